import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { expect, test } from "vitest";
import { sha256 } from "#endpoint/sha256.ts";
import { EnrolmentAnswer } from "#protocol/messages.ts";
import { createTestEndpoint, enrol, post, pull, type TestEndpoint } from "./createTestEndpoint.ts";

const createRequest = (code: string, token = "a-token") => ({
  code,
  device: randomUUID(),
  tokenHash: sha256(token),
});

const send = (endpoint: TestEndpoint, request: unknown) =>
  endpoint.request("/v1/enrolments", post(request));

const days = (count: number): number => count * 86_400_000;

test("a code enrols a device for its desk and role, and the device's token opens the desk", async () => {
  const endpoint = createTestEndpoint();
  const request = createRequest(await endpoint.invite("CL/policy"));
  const answer = await send(endpoint, request);
  expect(answer.status).toBe(201);
  expect(v.parse(EnrolmentAnswer, await answer.json())).toEqual({
    device: request.device,
    role: "desk",
    desk: { state: "CL", desk: "policy" },
    enrolledAt: "2026-11-22T04:00:00.000Z",
    epoch: endpoint.store.epoch,
  });
  expect((await pull(endpoint, "a-token", "CL/policy")).status).toBe(200);
});

test("the same request again is answered the same, even after the invitation's end", async () => {
  const endpoint = createTestEndpoint();
  const request = createRequest(await endpoint.invite("CL/policy"));
  const first = await send(endpoint, request);
  endpoint.moveClock(days(30));
  const again = await send(endpoint, request);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(await again.json()).toEqual(await first.json());
});

test("a used code enrols no other device and no other token", async () => {
  const endpoint = createTestEndpoint();
  const request = createRequest(await endpoint.invite("CL/policy"));
  await send(endpoint, request);
  for (const change of [{ device: randomUUID() }, { tokenHash: sha256("stolen") }]) {
    const answer = await send(endpoint, { ...request, ...change });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ type: "invitationUsed" });
  }
  expect((await pull(endpoint, "stolen", "CL/policy")).status).toBe(401);
});

test("a code holds for fourteen days and not a moment longer", async () => {
  const endpoint = createTestEndpoint();
  const late = createRequest(await endpoint.invite("CL/policy"), "late");
  const inTime = createRequest(await endpoint.invite("CL/policy"), "in-time");
  endpoint.moveClock(days(14) - 1);
  expect((await send(endpoint, inTime)).status).toBe(201);
  endpoint.moveClock(1);
  const answer = await send(endpoint, late);
  expect(answer.status).toBe(410);
  expect(await answer.json()).toEqual({ type: "invitationExpired" });
  expect((await pull(endpoint, "late", "CL/policy")).status).toBe(401);
});

test("an unknown code and one that can't be a code enrol nobody", async () => {
  const endpoint = createTestEndpoint();
  const unknown = await send(endpoint, createRequest("0".repeat(17)));
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toEqual({ type: "invitationUnknown" });
  const impossible = await send(endpoint, createRequest("short"));
  expect(impossible.status).toBe(400);
  expect(await impossible.json()).toEqual({ type: "malformed", issues: ["code: regex"] });
  expect(await endpoint.store.listEnrolments(sha256("a-token"))).toEqual([]);
});

test("a desk takes eight devices, and its readers don't count", async () => {
  const endpoint = createTestEndpoint();
  await enrol(endpoint, "CL/policy", "reader");
  for (let count = 0; count < 8; count += 1) await enrol(endpoint, "CL/policy");
  const ninth = createRequest(await endpoint.invite("CL/policy"));
  const answer = await send(endpoint, ninth);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({ type: "deskFull", maxDevices: 8 });
  expect(await endpoint.store.listEnrolments(ninth.tokenHash)).toEqual([]);
});

test("an address tries a few codes, then has to wait, and what it holds isn't used up", async () => {
  const endpoint = createTestEndpoint({ proxies: 1 });
  const code = await endpoint.invite("CL/policy");
  const attempt = (request: unknown, address: string) =>
    endpoint.request("/v1/enrolments", {
      ...post(request),
      headers: {
        "Content-Type": "application/vnd.enlace.v1+json",
        "X-Forwarded-For": `8.8.8.8, ${address}`,
      },
    });
  for (let count = 0; count < 20; count += 1) {
    expect((await attempt(createRequest("0".repeat(17)), "192.0.2.1")).status).toBe(404);
  }
  const request = createRequest(code);
  const limited = await attempt(request, "192.0.2.1");
  expect(limited.status).toBe(429);
  expect(limited.headers.get("Retry-After")).toBe("30");
  expect(await limited.json()).toEqual({ type: "rateLimited", retryAfterS: 30 });
  expect((await attempt(createRequest("0".repeat(17)), "192.0.2.2")).status).toBe(404);
  endpoint.moveClock(30_000);
  expect((await attempt(request, "192.0.2.1")).status).toBe(201);
});

test("opening a link redeems nothing", async () => {
  const endpoint = createTestEndpoint();
  const code = await endpoint.invite("CL/policy");
  await endpoint.request(`/#/enrol/${code}`);
  await endpoint.request(`/enrol/${code}`);
  const asked = await endpoint.request(`/v1/enrolments?code=${code}`);
  expect(asked.status).toBe(405);
  expect((await send(endpoint, createRequest(code))).status).toBe(201);
});

test("the database holds neither the code nor the token", async () => {
  const endpoint = createTestEndpoint();
  const code = await endpoint.invite("CL/policy");
  await send(endpoint, createRequest(code, "secret-token"));
  const { readFileSync } = await import("node:fs");
  const bytes = ["", "-wal"].map((end) => readFileSync(endpoint.databasePath + end, "latin1"));
  expect(bytes.join("")).toContain(sha256(code));
  expect(bytes.join("")).not.toContain(code);
  expect(bytes.join("")).not.toContain("secret-token");
});
