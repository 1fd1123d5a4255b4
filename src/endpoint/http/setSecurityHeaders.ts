import type { MiddlewareHandler } from "hono";
import { createContentSecurityPolicy } from "#protocol/contentSecurityPolicy.ts";
import type { StaticFiles } from "./staticFiles.ts";

const securityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Only names that every Chromium knows: it warns about others on the console.
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** RFC 6797: for a year, a browser that saw it over HTTPS uses only HTTPS for this host. */
const httpsOnly = { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" };

/** Sets the security headers on every answer, refusals and failures included. */
export const setSecurityHeaders = ({
  staticFiles,
  isHttps,
}: {
  readonly staticFiles: StaticFiles;
  readonly isHttps: boolean;
}): MiddlewareHandler => {
  const headers = {
    "Content-Security-Policy": findPolicy(staticFiles),
    ...securityHeaders,
    ...(isHttps ? httpsOnly : {}),
  };
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  };
};

/**
 * The policy that the build wrote into the page, since only the build knows the hashes of the inline
 * scripts, plus the directive that a `<meta>` can't hold. Without a page: a policy without hashes.
 */
const findPolicy = (staticFiles: StaticFiles): string => {
  const page = staticFiles.get("/index.html")?.variants.get("identity")?.bytes;
  const meta = /http-equiv="Content-Security-Policy" content="([^"]+)"/;
  const written = page && meta.exec(new TextDecoder().decode(page))?.[1];
  return written
    ? `${written}; frame-ancestors 'none'`
    : createContentSecurityPolicy({ connect: [], scripts: [], styles: [], forMeta: false });
};
