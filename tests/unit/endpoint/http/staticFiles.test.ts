import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { expect, onTestFinished, test } from "vitest";
import { loadStaticFiles } from "#endpoint/http/staticFiles.ts";
import { createTestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

const policy = "default-src 'self'; script-src 'self' 'sha256-b28='";
const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}" />`;

const built: Readonly<Record<string, string>> = {
  "index.html": page,
  "sw.js": "the worker",
  "manifest.webmanifest": "{}",
  "config.json": "{}",
  "content/en.json": "{}",
  "assets/index-abc123.js": "the app",
  "assets/index-abc123.js.br": "the app in brotli",
  "assets/index-abc123.js.gz": "the app in gzip",
  "assets/index-abc123.css": "the looks",
  "icons/192.png": "an icon",
  "icons/icon.svg": "<svg/>",
  "notes/lonely.gz": "no variant of anything",
};

const serveBuilt = async () => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-app-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(built)) {
    mkdirSync(dirname(join(folder, "dist", name)), { recursive: true });
    writeFileSync(join(folder, "dist", name), text);
  }
  writeFileSync(join(folder, "secret.txt"), "beside the app");
  return createTestEndpoint({ staticFiles: loadStaticFiles(join(folder, "dist")) });
};

test("each file has its type, and only what bears its hash is kept for good", async () => {
  const endpoint = await serveBuilt();
  const served: Record<string, unknown> = {};
  for (const path of Object.keys(built).filter((name) => !/index.*\.(br|gz)$/.test(name))) {
    const answer = await endpoint.request(`/${path}`);
    expect(await answer.text()).toBe(built[path]);
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    served[path] = [answer.headers.get("Content-Type"), answer.headers.get("Cache-Control")];
  }
  const forGood = "public, max-age=31536000, immutable";
  expect(served).toEqual({
    "index.html": ["text/html; charset=utf-8", "no-cache"],
    "sw.js": ["text/javascript; charset=utf-8", "no-cache"],
    "manifest.webmanifest": ["application/manifest+json", "no-cache"],
    "config.json": ["application/json", "no-cache"],
    "content/en.json": ["application/json", "no-cache"],
    "assets/index-abc123.js": ["text/javascript; charset=utf-8", forGood],
    "assets/index-abc123.css": ["text/css; charset=utf-8", forGood],
    "icons/192.png": ["image/png", "no-cache"],
    "icons/icon.svg": ["image/svg+xml; charset=utf-8", "no-cache"],
    "notes/lonely.gz": ["application/octet-stream", "no-cache"],
  });
});

test("the policy is the page's own, which knows the hashes of what stands inside, without frames", async () => {
  const endpoint = await serveBuilt();
  for (const path of ["/", "/nothing", "/v1/health"]) {
    const { headers } = await endpoint.request(path);
    expect(headers.get("Content-Security-Policy")).toBe(`${policy}; frame-ancestors 'none'`);
  }
});

test("the root is index.html, and any other unknown path is a plain 404", async () => {
  const endpoint = await serveBuilt();
  expect(await (await endpoint.request("/?source=icon")).text()).toBe(page);
  for (const path of ["/measures", "/content", "/content/", "/assets/", "/index.html/"]) {
    const answer = await endpoint.request(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  }
});

test("a ready-made variant is chosen by what the client takes, and isn't a file of its own", async () => {
  const endpoint = await serveBuilt();
  const read = async (accepted: string) => {
    const answer = await endpoint.request("/assets/index-abc123.js", {
      headers: { "Accept-Encoding": accepted },
    });
    expect(answer.headers.get("Vary")).toBe("Accept-Encoding");
    expect(answer.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    return [answer.headers.get("Content-Encoding"), await answer.text()];
  };
  expect(await read("gzip, deflate, br, zstd")).toEqual(["br", "the app in brotli"]);
  expect(await read("gzip;q=1, br;q=0")).toEqual(["gzip", "the app in gzip"]);
  expect(await read("zstd")).toEqual([null, "the app"]);
  expect((await endpoint.request("/assets/index-abc123.js.br")).status).toBe(404);
});

test("who holds a file gets 304, and only for the same variant of it", async () => {
  const endpoint = await serveBuilt();
  const path = "/assets/index-abc123.js";
  const etag = (await endpoint.request(path)).headers.get("ETag") ?? "";
  const ask = (headers: Record<string, string>) => endpoint.request(path, { headers });
  const held = await ask({ "If-None-Match": etag });
  const other = await ask({ "If-None-Match": etag, "Accept-Encoding": "br" });
  expect([held.status, other.status]).toEqual([304, 200]);
  expect(held.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
});

test("HEAD says what GET would, and nothing else is taken", async () => {
  const endpoint = await serveBuilt();
  const head = await endpoint.request("/index.html", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect(head.headers.get("Content-Length")).toBe(String(page.length));
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const answer = await endpoint.request("/index.html", { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD");
  }
});

test("no path leads out of the app's folder, however it is written on the wire", async () => {
  const endpoint = await serveBuilt();
  const server = createAdaptorServer({
    fetch: (request) => endpoint.request(request.url, { method: request.method }),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.address() as { port: number };
  const statusOf = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest({ port, path, agent: false }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode));
      });
      sent.on("error", reject).end();
    });
  expect(await statusOf("/index.html")).toBe(200);
  for (const path of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/assets/../../secret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
    "/index.html%00",
    "/%E0%A4%A",
  ]) {
    expect([path, await statusOf(path)]).toEqual([path, 404]);
  }
});

test("without a built app there is no page, but the protocol works", async () => {
  const endpoint = await createTestEndpoint({ staticFiles: loadStaticFiles("/nowhere/at/all") });
  expect((await endpoint.request("/")).status).toBe(404);
  expect((await endpoint.request("/v1/health")).status).toBe(200);
});
