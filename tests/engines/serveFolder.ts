import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A plain static server, as any cheap host is: no rewrite rules, no headers but the media type. */
export type StaticServer = { readonly address: string; stop(): Promise<void> };

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Serves `folder` under `path` (with both slashes) on a free or given port of this machine. */
export const serveFolder = async (
  folder: string,
  options: {
    readonly path?: string;
    readonly port?: number;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<StaticServer> => {
  const { path = "/", port = 0, headers = {} } = options;
  const answer = async (url: string, response: ServerResponse): Promise<void> => {
    const wanted = decodeURIComponent(new URL(url, "http://x").pathname);
    const inside = normalize(wanted.slice(path.length - 1));
    const file = join(folder, inside.endsWith("/") ? `${inside}index.html` : inside);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes || !wanted.startsWith(path)) {
      response.writeHead(404).end();
      return;
    }
    const type = mediaTypes[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, ...headers }).end(bytes);
  };
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: given } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${given}${path}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
