import { brotliDecompressSync, gunzipSync } from "node:zlib";
import * as v from "valibot";
import { expect, test } from "vitest";
import { SignedFile } from "#domain/trust/signedFile.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { bearer, carry } from "#tests/unit/endpoint/world/calls.ts";
import { enrol, revoke } from "#tests/unit/endpoint/world/enrolment.ts";
import { createTestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

const path = "/v1/directory";

test("a demonstration is for everybody, as its publisher signed it", async () => {
  const endpoint = await createTestEndpoint();
  const answer = await endpoint.request(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe(protocolMediaType);
  expect(v.parse(SignedFile, await answer.json())).toEqual(endpoint.publisher.publish());
  const unknown = { headers: bearer({ token: "unknown" }) };
  expect((await endpoint.request(path, unknown)).status).toBe(200);
});

test("any other edition is for enrolled devices of either role", async () => {
  const endpoint = await createTestEndpoint({ demonstration: false });
  const nobody = await endpoint.request(path);
  const stranger = await endpoint.request(path, { headers: bearer({ token: "unknown" }) });
  for (const answer of [nobody, stranger]) {
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ type: "unauthenticated" });
    expect(answer.headers.get("ETag")).toBeNull();
  }
  for (const role of ["desk", "reader"] as const) {
    const device = await enrol(endpoint, "CL/policy", role);
    const answer = await endpoint.request(path, { headers: bearer(device) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    await revoke(endpoint, device);
    const refused = await endpoint.request(path, { headers: bearer(device) });
    const revocation = endpoint.publisher.revoke(device.grant.id);
    const grant = endpoint.publisher.sign("grant", device.grant);
    const word = { type: "revoked", revocation, grant };
    expect([refused.status, await refused.json()]).toEqual([401, word]);
    expect(refused.headers.get("WWW-Authenticate")).toBe("Bearer");
  }
});

test("before any edition was taken there is none, for anybody", async () => {
  const endpoint = await createTestEndpoint({ demonstration: null });
  const device = await enrol(endpoint, "CL/policy");
  for (const headers of [{}, bearer(device)]) {
    const answer = await endpoint.request(path, { headers });
    expect([answer.status, await answer.json()]).toEqual([404, { type: "notFound" }]);
  }
});

test("its tag is the edition's number and digest, and who holds it gets 304", async () => {
  const endpoint = await createTestEndpoint();
  const answer = await endpoint.request(path);
  const etag = answer.headers.get("ETag") ?? "";
  expect(etag).toBe(`"7-${sha256(JSON.stringify(endpoint.publisher.publish()))}"`);
  for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await endpoint.request(path, { headers: { "If-None-Match": held } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("ETag")).toBe(etag);
  }
});

test("a newer edition is served from the moment that it is taken, with another tag", async () => {
  const endpoint = await createTestEndpoint();
  const etag = (await endpoint.request(path)).headers.get("ETag") ?? "";
  const newer = endpoint.publisher.publish({ number: 8, demonstration: false });
  await carry(endpoint, newer);
  const device = await enrol(endpoint, "CL/policy");
  const headers = { ...bearer(device), "If-None-Match": etag };
  const answer = await endpoint.request(path, { headers });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual(newer);
  expect((await endpoint.request(path)).status).toBe(401);
});

test("it goes compressed to who takes that, each with a tag of its own", async () => {
  const endpoint = await createTestEndpoint();
  const read = async (accepted: string) => {
    const answer = await endpoint.request(path, { headers: { "Accept-Encoding": accepted } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { bytes, headers: answer.headers };
  };
  const brotli = await read("gzip, deflate, br");
  const gzip = await read("br;q=0, gzip;q=0.5");
  const plain = await read("identity");
  const json = JSON.stringify(endpoint.publisher.publish());
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
