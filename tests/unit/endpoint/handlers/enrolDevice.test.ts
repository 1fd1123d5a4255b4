import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import { EnrolmentAnswer } from "#protocol/enrolment.ts";
import { createSigningSeed, signText } from "#signing/signText.ts";
import { post, pull } from "#tests/unit/endpoint/world/calls.ts";
import {
  createEnrolment,
  enrol,
  invite,
  revoke,
  type TestEnrolment,
} from "#tests/unit/endpoint/world/enrolment.ts";
import { readDatabase } from "#tests/unit/endpoint/world/readDatabase.ts";
import { createTestEndpoint, type TestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

const send = (endpoint: TestEndpoint, { request }: Pick<TestEnrolment, "request">) =>
  endpoint.request("/v1/enrolments", post(request));

const days = (count: number): number => count * 86_400_000;

test("a grant enrols a device for its desk and role, and the device's token opens the desk", async () => {
  const endpoint = await createTestEndpoint();
  const enrolment = createEnrolment((await invite(endpoint, "CL/policy")).seed);
  const answer = await send(endpoint, enrolment);
  expect(answer.status).toBe(201);
  expect(v.parse(EnrolmentAnswer, await answer.json())).toEqual({
    device: enrolment.device,
    role: "desk",
    desk: { state: "CL", desk: "policy" },
    enrolledAt: "2026-11-22T04:00:00.000Z",
    epoch: endpoint.store.epoch,
  });
  expect((await pull(endpoint, enrolment, "CL/policy")).status).toBe(200);
});

test("the same request again is answered the same, even after the grant's end", async () => {
  const endpoint = await createTestEndpoint();
  const enrolment = createEnrolment((await invite(endpoint, "CL/policy")).seed);
  const first = await send(endpoint, enrolment);
  endpoint.moveClock(days(30));
  const before = readDatabase(endpoint);
  const again = await send(endpoint, enrolment);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(await again.json()).toEqual(await first.json());
  expect(readDatabase(endpoint)).toEqual(before);
});

test("a used grant enrols no other device and no other token", async () => {
  const endpoint = await createTestEndpoint();
  const { seed } = await invite(endpoint, "CL/policy");
  const enrolment = createEnrolment(seed);
  await send(endpoint, enrolment);
  const before = readDatabase(endpoint);
  const stolen = { ...enrolment.request, tokenHash: sha256("stolen") };
  for (const other of [createEnrolment(seed), { request: stolen }]) {
    const answer = await send(endpoint, other);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ type: "invitationUsed" });
  }
  expect(readDatabase(endpoint)).toEqual(before);
  expect((await pull(endpoint, { token: "stolen" }, "CL/policy")).status).toBe(401);
});

test("a grant holds for fourteen days and not a moment longer", async () => {
  const endpoint = await createTestEndpoint();
  const late = createEnrolment((await invite(endpoint, "CL/policy")).seed);
  const inTime = createEnrolment((await invite(endpoint, "CL/policy")).seed);
  endpoint.moveClock(days(14) - 1);
  expect((await send(endpoint, inTime)).status).toBe(201);
  endpoint.moveClock(1);
  const answer = await send(endpoint, late);
  expect(answer.status).toBe(410);
  expect(await answer.json()).toEqual({ type: "invitationExpired" });
  expect((await pull(endpoint, late, "CL/policy")).status).toBe(401);
});

test("a revoked grant enrols nobody, and shows itself and the publisher's word to whom it had enrolled", async () => {
  const endpoint = await createTestEndpoint();
  const device = await enrol(endpoint, "CL/policy");
  await revoke(endpoint, device);
  const revocation = endpoint.publisher.revoke(device.grant.id);
  const grant = endpoint.publisher.sign("grant", device.grant);
  const again = await send(endpoint, device);
  expect([again.status, await again.json()]).toEqual([401, { type: "revoked", revocation, grant }]);
});

test("whoever hasn't the invitation's key adds no device, the endpoint itself included", async () => {
  const endpoint = await createTestEndpoint();
  const { seed, grant } = await invite(endpoint, "CL/policy");
  const before = readDatabase(endpoint);
  const own = createSigningSeed();
  const { invitationKey } = grant;
  const { request } = createEnrolment(own);
  const claiming = createEnrolment(own, { invitationKey });
  const attempts: Record<string, SignedFile> = {
    "its own key": request.keys,
    "its own key, and the grant's named in the text": claiming.request.keys,
    "the grant's key named, without having it": { ...claiming.request.keys, key: invitationKey },
    "a true one of another purpose": signText(seed, "letter", request.keys.content),
  };
  const refusals: Record<string, unknown> = {};
  for (const [name, keys] of Object.entries(attempts)) {
    const answer = await send(endpoint, { request: { ...request, keys } });
    refusals[name] = `${answer.status} ${(await answer.json()).type}`;
  }
  expect(refusals).toEqual({
    "its own key": "404 invitationUnknown",
    "its own key, and the grant's named in the text": "403 signatureRefused",
    "the grant's key named, without having it": "403 signatureRefused",
    "a true one of another purpose": "400 malformed",
  });
  expect(readDatabase(endpoint)).toEqual(before);
});

test("what was changed, cut off or isn't an enrolment is refused, and the grant stays open", async () => {
  const endpoint = await createTestEndpoint();
  const { seed } = await invite(endpoint, "CL/policy");
  const enrolment = createEnrolment(seed);
  const { keys, tokenHash } = enrolment.request;
  const before = readDatabase(endpoint);
  const swapped = keys.content.replace(enrolment.device, randomUUID());
  const attempts = [
    { keys: { ...keys, content: swapped }, tokenHash },
    { keys: { ...keys, content: keys.content.slice(0, -1) }, tokenHash },
    { keys: { ...keys, signature: createEnrolment(seed).request.keys.signature }, tokenHash },
    { keys: signText(seed, "enrolment", `{"schema":"enrolment/1"}`), tokenHash },
    { keys, tokenHash: "short" },
    { code: "0123-4567-89AB-CDEF-G", device: randomUUID(), tokenHash },
  ];
  const statuses: number[] = [];
  for (const attempt of attempts) {
    statuses.push((await endpoint.request("/v1/enrolments", post(attempt))).status);
  }
  expect(statuses).toEqual([403, 403, 403, 400, 400, 400]);
  expect(readDatabase(endpoint)).toEqual(before);
  expect((await send(endpoint, enrolment)).status).toBe(201);
});

test("another grant's device, or its token, is refused", async () => {
  const endpoint = await createTestEndpoint();
  const { device, request } = await enrol(endpoint, "CL/policy");
  const { seed } = await invite(endpoint, "JM/policy");
  const before = readDatabase(endpoint);
  const { keys } = createEnrolment(seed).request;
  const sameToken = { request: { keys, tokenHash: request.tokenHash } };
  for (const attempt of [createEnrolment(seed, { device }), sameToken]) {
    const answer = await send(endpoint, attempt);
    expect([answer.status, await answer.json()]).toEqual([403, { type: "forbidden" }]);
  }
  expect(readDatabase(endpoint)).toEqual(before);
});

test("a desk takes eight devices, and its readers don't count", async () => {
  const endpoint = await createTestEndpoint();
  await enrol(endpoint, "CL/policy", "reader");
  for (let count = 0; count < 8; count += 1) await enrol(endpoint, "CL/policy");
  const { seed } = await invite(endpoint, "CL/policy");
  const before = readDatabase(endpoint);
  const answer = await send(endpoint, createEnrolment(seed));
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({ type: "deskFull", maxDevices: 8 });
  expect(readDatabase(endpoint)).toEqual(before);
});

test("an address tries a few times, then has to wait, and what it holds isn't used up", async () => {
  const endpoint = await createTestEndpoint({ proxies: 1 });
  const { seed } = await invite(endpoint, "CL/policy");
  const attempt = (enrolment: TestEnrolment, address: string) => {
    const call = post(enrolment.request);
    const headers = { ...call.headers, "X-Forwarded-For": `8.8.8.8, ${address}` };
    return endpoint.request("/v1/enrolments", { ...call, headers });
  };
  const unknown = createEnrolment(createSigningSeed());
  for (let count = 0; count < 20; count += 1) {
    expect((await attempt(unknown, "192.0.2.1")).status).toBe(404);
  }
  const enrolment = createEnrolment(seed);
  const limited = await attempt(enrolment, "192.0.2.1");
  expect(limited.status).toBe(429);
  expect(limited.headers.get("Retry-After")).toBe("30");
  expect(await limited.json()).toEqual({ type: "rateLimited", retryAfterS: 30 });
  expect((await attempt(unknown, "192.0.2.2")).status).toBe(404);
  endpoint.moveClock(30_000);
  expect((await attempt(enrolment, "192.0.2.1")).status).toBe(201);
});

test("the database holds neither the token nor a private key", async () => {
  const endpoint = await createTestEndpoint();
  const { seed } = await invite(endpoint, "CL/policy");
  const enrolment = createEnrolment(seed);
  await send(endpoint, enrolment);
  const bytes = ["", "-wal"].map((end) => readFileSync(endpoint.databasePath + end, "latin1"));
  const kept = bytes.join("");
  expect(kept).toContain(enrolment.device);
  const secrets = [seed, enrolment.signingSeed].flatMap((secret) => [
    Buffer.from(secret).toString("latin1"),
    Buffer.from(secret).toString("base64url"),
  ]);
  for (const secret of [enrolment.token, ...secrets]) expect(kept).not.toContain(secret);
});
