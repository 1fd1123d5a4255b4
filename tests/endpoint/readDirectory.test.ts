import { brotliDecompressSync, gunzipSync } from "node:zlib";
import * as v from "valibot";
import { expect, test } from "vitest";
import { sha256 } from "#endpoint/sha256.ts";
import { DirectoryAnswer } from "#protocol/messages.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { createTestEdition } from "./createTestEdition.ts";
import { createTestEndpoint, enrol } from "./createTestEndpoint.ts";

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

test("a demonstration is for everybody, also with a token that is no longer known", async () => {
  const endpoint = createTestEndpoint();
  const answer = await endpoint.request("/v1/directory");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe(protocolMediaType);
  expect(v.parse(DirectoryAnswer, await answer.json())).toEqual(createTestEdition());
  expect((await endpoint.request("/v1/directory", bearer("revoked"))).status).toBe(200);
});

test("any other edition is for enrolled devices of either role", async () => {
  const endpoint = createTestEndpoint({ demonstration: false });
  const nobody = await endpoint.request("/v1/directory");
  const stranger = await endpoint.request("/v1/directory", bearer("unknown"));
  for (const answer of [nobody, stranger]) {
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ type: "unauthenticated" });
    expect(answer.headers.get("ETag")).toBeNull();
  }
  for (const role of ["desk", "reader"] as const) {
    const token = await enrol(endpoint, "CL/policy", role);
    const answer = await endpoint.request("/v1/directory", bearer(token));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-cache");
  }
});

test("its tag is the edition's number and digest, and who holds it gets 304", async () => {
  const endpoint = createTestEndpoint();
  const answer = await endpoint.request("/v1/directory");
  const etag = answer.headers.get("ETag") ?? "";
  expect(etag).toBe(`"7-${sha256(JSON.stringify(createTestEdition()))}"`);
  for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await endpoint.request("/v1/directory", { headers: { "If-None-Match": held } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("ETag")).toBe(etag);
  }
});

test("a newer edition has another tag", async () => {
  const endpoint = createTestEndpoint();
  const etag = (await endpoint.request("/v1/directory")).headers.get("ETag") ?? "";
  const app = endpoint.withEdition(createTestEdition({ number: 8 }));
  const answer = await app.request("/v1/directory", { headers: { "If-None-Match": etag } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ number: 8 });
});

test("it goes compressed to who takes that, each with a tag of its own", async () => {
  const endpoint = createTestEndpoint();
  const read = async (accepted: string) => {
    const answer = await endpoint.request("/v1/directory", {
      headers: { "Accept-Encoding": accepted },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { bytes, headers: answer.headers };
  };
  const brotli = await read("gzip, deflate, br");
  const gzip = await read("br;q=0, gzip;q=0.5");
  const plain = await read("identity");
  const json = JSON.stringify(createTestEdition());
  expect(brotli.headers.get("Content-Encoding")).toBe("br");
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(json);
  expect(gzip.headers.get("Content-Encoding")).toBe("gzip");
  expect(gunzipSync(gzip.bytes).toString()).toBe(json);
  expect(plain.headers.get("Content-Encoding")).toBeNull();
  expect(plain.bytes.toString()).toBe(json);
  const tags = [brotli, gzip, plain].map(({ headers }) => headers.get("ETag"));
  expect(new Set(tags).size).toBe(3);
  expect(plain.headers.get("Vary")).toContain("Accept-Encoding");
});
