import * as v from "valibot";
import { expect, test } from "vitest";
import { createApp } from "#endpoint/app.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import { HealthAnswer } from "#protocol/health.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { carry, post, pull, put } from "#tests/unit/endpoint/world/calls.ts";
import {
  createEnrolment,
  enrol,
  enrolPair,
  invite,
  revoke,
} from "#tests/unit/endpoint/world/enrolment.ts";
import { createEnvelope, createSealedBody } from "#tests/unit/endpoint/world/letters.ts";
import { countRows } from "#tests/unit/endpoint/world/readDatabase.ts";
import { createTestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

test("health says the protocol's version and the epoch", async () => {
  const endpoint = await createTestEndpoint();
  const answer = await endpoint.request("/v1/health");
  expect(v.parse(HealthAnswer, await answer.json())).toEqual({
    protocol: 1,
    epoch: endpoint.store.epoch,
    push: null,
    mail: false,
  });
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
});

test("an unknown path of the protocol is the protocol's own 404", async () => {
  const endpoint = await createTestEndpoint();
  for (const path of ["/v1", "/v1/", "/v1/other", "/v1/messages/a/b", "/v1/health/"]) {
    const answer = await endpoint.request(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Type")).toBe(protocolMediaType);
    expect(await answer.json()).toEqual({ type: "notFound" });
  }
});

test("a wrong method is refused with the ones that are allowed", async () => {
  const endpoint = await createTestEndpoint();
  const allowed: Record<string, string | null> = {};
  for (const [method, path] of [
    ["DELETE", "/v1/health"],
    ["GET", "/v1/enrolments"],
    ["POST", "/v1/messages"],
    ["GET", `/v1/messages/${createEnvelope().id}`],
    ["HEAD", `/v1/messages/${createEnvelope().id}`],
  ] as const) {
    const answer = await endpoint.request(path, { method });
    expect(answer.status).toBe(405);
    if (method !== "HEAD") expect(await answer.json()).toEqual({ type: "methodNotAllowed" });
    allowed[`${method} ${path.slice(0, 13)}`] = answer.headers.get("Allow");
  }
  expect(allowed).toEqual({
    "DELETE /v1/health": "GET, HEAD",
    "GET /v1/enrolment": "POST",
    "POST /v1/messages": "GET, HEAD",
    "GET /v1/messages/": "PUT",
    "HEAD /v1/messages/": "PUT",
  });
});

test("an address that asks too often waits as long as it is told to", async () => {
  const limits = { ...defaultLimits, addressRate: { burst: 3, perSecond: 0.1 } };
  const endpoint = await createTestEndpoint({ limits });
  const ask = async () => (await endpoint.request("/v1/health")).status;
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
  const limited = await endpoint.request("/v1/health");
  expect(limited.status).toBe(429);
  expect(limited.headers.get("Retry-After")).toBe("10");
  expect(await limited.json()).toEqual({ type: "rateLimited", retryAfterS: 10 });
  endpoint.moveClock(9_999);
  expect(await ask()).toBe(429);
  endpoint.moveClock(1);
  expect(await ask()).toBe(200);
  // However long it was quiet, no more than a burst.
  endpoint.moveClock(3_600_000);
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 429]);
});

test("a device that sends too often holds up no other, and nothing of it is held", async () => {
  const limits = { ...defaultLimits, deviceRate: { burst: 1, perSecond: 1 } };
  const endpoint = await createTestEndpoint({ limits });
  const { sender: busy, write } = await enrolPair(endpoint);
  const other = await enrol(endpoint, "CL/policy");
  expect((await put(endpoint, busy, write())).status).toBe(201);
  expect((await put(endpoint, busy, write())).status).toBe(429);
  expect(countRows(endpoint, "CL/policy")).toBe(1);
  expect((await put(endpoint, other, write())).status).toBe(201);
});

test("an app of a configured origin may call, and reads refusals and tags", async () => {
  const endpoint = await createTestEndpoint({ origins: ["https://app.example"] });
  const preflight = await endpoint.request(`/v1/messages/${createEnvelope().id}`, {
    method: "OPTIONS",
    headers: {
      Origin: "https://app.example",
      "Access-Control-Request-Method": "PUT",
      "Access-Control-Request-Headers": "authorization,content-type",
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("https://app.example");
  expect(preflight.headers.get("Access-Control-Allow-Methods")).toBe("GET,PUT,POST");
  expect(preflight.headers.get("Access-Control-Allow-Headers")).toBe(
    "Authorization,Content-Type,If-None-Match",
  );
  const refusal = await endpoint.request("/v1/messages", {
    headers: { Origin: "https://app.example" },
  });
  expect(refusal.status).toBe(401);
  expect(refusal.headers.get("Access-Control-Allow-Origin")).toBe("https://app.example");
  expect(refusal.headers.get("Access-Control-Expose-Headers")).toBe("ETag,Retry-After");
  expect(refusal.headers.get("Access-Control-Allow-Credentials")).toBeNull();
});

test("an app of any other origin may not, and the directory's answer varies by origin", async () => {
  const endpoint = await createTestEndpoint({ origins: ["https://app.example"] });
  for (const origin of ["https://evil.example", "https://app.example.evil.example", "null"]) {
    const answer = await endpoint.request("/v1/directory", { headers: { Origin: origin } });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(answer.headers.get("Vary")).toContain("Origin");
  }
});

test("every answer has the security headers, whatever its status", async () => {
  const endpoint = await createTestEndpoint();
  for (const path of ["/v1/health", "/v1/messages", "/v1/nothing", "/nothing"]) {
    const { headers } = await endpoint.request(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy":
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; " +
        "form-action 'self'; require-trusted-types-for 'script'; trusted-types app-sw",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
  }
});

test("where people reach it by HTTPS, browsers are told to ask no other way", async () => {
  const plain = await createTestEndpoint();
  const safe = await createTestEndpoint({ isHttps: true });
  for (const path of ["/v1/health", "/v1/nothing", "/nothing"]) {
    const answers = await Promise.all([plain, safe].map((endpoint) => endpoint.request(path)));
    const told = answers.map(({ headers }) => headers.get("Strict-Transport-Security"));
    expect(told).toEqual([null, "max-age=31536000; includeSubDomains"]);
  }
});

test("what nobody expected is answered with internal, and logged without its words", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const failing = {
    ...endpoint.store,
    saveEnvelope: () => Promise.reject(new TypeError("it said: canary")),
  };
  const app = createApp({ ...endpoint, store: failing });
  const request = async (path: string, init?: RequestInit) => app.request(path, init);
  const envelope = write();
  const answer = await put({ request }, device, envelope);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ type: "internal" });
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  const failure = endpoint.logLines.find((line) => line.type === "failure");
  expect(failure).toMatchObject({
    error: "TypeError",
    stack: expect.arrayContaining([expect.stringMatching(/^at .*holdMessage/)]),
  });
  expect(JSON.stringify(endpoint.logLines)).not.toContain("canary");
  expect(countRows(endpoint, "CL/policy")).toBe(0);
  expect((await put(endpoint, device, envelope)).status).toBe(201);
});

test("a request's log line has its route, status and refusal, and no id, content, key or token", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const invitation = await invite(endpoint, "CL/policy");
  const { request } = createEnrolment(invitation.seed);
  const envelope = write({ body: createSealedBody() });
  const gone = await enrol(endpoint, "CL/policy");
  await revoke(endpoint, gone);
  const etag = (await endpoint.request("/v1/directory")).headers.get("ETag") ?? "";
  endpoint.logLines.length = 0;
  await put(endpoint, device, envelope);
  await put(endpoint, device, envelope, "canary, not JSON");
  await pull(endpoint, device, "CL/policy");
  await pull(endpoint, gone, "CL/policy");
  await carry(endpoint, invitation.file);
  await endpoint.request("/v1/enrolments", post(request));
  await endpoint.request("/v1/enrolments", post({ ...request, canary: true }));
  await endpoint.request("/v1/directory", { headers: { "If-None-Match": etag } });
  await endpoint.request(`/v1/canary/${device.token}`);
  await endpoint.request(`/canary?${device.token}`);
  const log = JSON.stringify(endpoint.logLines);
  for (const secret of [
    "canary",
    device.token,
    device.device,
    request.tokenHash,
    request.keys.key,
    invitation.grant.id,
    gone.grant.id,
    endpoint.publisher.revoke(gone.grant.id).signature,
    envelope.id,
    envelope.body,
  ]) {
    expect(log).not.toContain(secret);
  }
  expect(
    endpoint.logLines.map((line) =>
      line.type === "request"
        ? `${line.method} ${line.path} ${line.status} ${line.refusal ?? "taken"}`
        : line.type,
    ),
  ).toEqual([
    "PUT /v1/messages/:id 201 taken",
    "PUT /v1/messages/:id 400 malformed",
    "GET /v1/messages 200 taken",
    "GET /v1/messages 401 revoked",
    "PUT /v1/grants/:id 200 taken",
    "POST /v1/enrolments 201 taken",
    "POST /v1/enrolments 400 malformed",
    "GET /v1/directory 304 taken",
    "GET (none) 404 notFound",
    "GET (none) 404 taken",
  ]);
  expect(Object.keys(endpoint.logLines[0] ?? {})).toEqual([
    "type",
    "method",
    "path",
    "status",
    "ms",
  ]);
});
