import type { Context } from "hono";
import type { EndpointEnv } from "#endpoint/http/log.ts";
import { respondWithVariants } from "#endpoint/http/respondWithVariants.ts";
import type { StaticFiles } from "#endpoint/http/staticFiles.ts";

/** The built app. Its routes are in the hash, so an unknown path is simply not there. */
export const serveStaticFile = (
  staticFiles: StaticFiles,
  context: Context<EndpointEnv>,
): Response => {
  const { method, url } = context.req.raw;
  if (method !== "GET" && method !== "HEAD") {
    return plainText(405, "Method not allowed", { Allow: "GET, HEAD" });
  }
  const path = decodePath(new URL(url).pathname);
  const file = path === undefined ? undefined : staticFiles.get(path);
  if (path === undefined || !file) return plainText(404, "Not found");
  context.set("logPath", path);
  return respondWithVariants(context.req.raw, file.variants, {
    "Content-Type": file.contentType,
    "Cache-Control": file.cacheControl,
  });
};

const decodePath = (pathname: string): string | undefined => {
  try {
    const path = decodeURIComponent(pathname);
    return path === "/" ? "/index.html" : path;
  } catch {
    return undefined;
  }
};

const plainText = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
