import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { composeConfig, loadStaticFiles } from "#endpoint/http/staticFiles.ts";
import {
  createTestEndpoint,
  createTestPublisher,
} from "#tests/unit/endpoint/world/testEndpoint.ts";

const { key } = createTestPublisher(Date.now);
const { key: own } = createTestPublisher(Date.now);

const loadApp = (files: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-app-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return loadStaticFiles(folder);
};

const serve = async (files: Readonly<Record<string, string>>) => {
  const endpoint = await createTestEndpoint({ staticFiles: composeConfig(loadApp(files), [key]) });
  const headers = { "Accept-Encoding": "br, gzip" };
  return endpoint.request("/config.json", { headers });
};

test("the app that is served trusts what the endpoint trusts besides its own, and finds it here", async () => {
  const config = { endpoint: "https://other.example", publishers: [own, key], more: 1 };
  const answer = await serve({
    "config.json": JSON.stringify(config),
    "config.json.br": "as it was built",
    "config.json.gz": "as it was built",
  });
  expect(await answer.json()).toEqual({ endpoint: ".", publishers: [own, key], more: 1 });
  expect(answer.headers.get("Content-Type")).toBe("application/json");
  expect(answer.headers.get("Cache-Control")).toBe("no-cache");
  expect(answer.headers.get("Content-Encoding")).toBeNull();
});

test("an app that was built to trust nobody trusts the endpoint's publisher", async () => {
  const answer = await serve({ "config.json": `{"endpoint":null}` });
  expect(await answer.json()).toEqual({ endpoint: ".", publishers: [key] });
});

test("another key is another tag", async () => {
  const files = { "config.json": `{"endpoint":"."}` };
  const tagOf = (keys: Parameters<typeof composeConfig>[1]) =>
    composeConfig(loadApp(files), keys).get("/config.json")?.variants.get("identity")?.etag;
  expect(tagOf([key])).toBe(tagOf([key]));
  expect(tagOf([key])).not.toBe(tagOf([key, own]));
});

test("a config.json that can't be read is said, and never passed over", () => {
  for (const text of ["", "7", `{"publishers":["short"]}`]) {
    expect(() => composeConfig(loadApp({ "config.json": text }), [key])).toThrow(
      "The app's config.json can't be read",
    );
  }
});

test("without an app there is none to serve", () => {
  expect(composeConfig(new Map(), [key]).size).toBe(0);
});
