import * as v from "valibot";
import { expect, test } from "vitest";
import { defaultLimits } from "#endpoint/limits.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { FeedAnswer } from "#protocol/messages.ts";
import {
  createEnvelope,
  createTestEndpoint,
  enrol,
  pull,
  put,
  type TestEndpoint,
} from "./createTestEndpoint.ts";

const fill = async (endpoint: TestEndpoint, count: number, body = "opaque"): Promise<string> => {
  const token = await enrol(endpoint, "CL/policy");
  for (let sent = 0; sent < count; sent += 1) {
    await put(endpoint, token, createEnvelope({ body: body + sent }));
  }
  return token;
};

const pullPage = async (
  endpoint: TestEndpoint,
  token: string,
  desk: string,
  query?: string,
): Promise<FeedAnswer> =>
  v.parse(FeedAnswer, await (await pull(endpoint, token, desk, query)).json());

test("both desks find the envelope, byte for byte, with the receipt that its sender got", async () => {
  const endpoint = createTestEndpoint();
  const sender = await enrol(endpoint, "CL/policy");
  const recipient = await enrol(endpoint, "JM/policy");
  const envelope = createEnvelope({ body: "Ñandú 🛰 \u2028" });
  const text = JSON.stringify(envelope, null, 3);
  const receipt = await (await put(endpoint, sender, envelope, text)).json();
  const row = { type: "envelope", position: 1, bytes: text, receipt };
  for (const [token, desk] of [
    [sender, "CL/policy"],
    [recipient, "JM/policy"],
  ] as const) {
    expect(await pullPage(endpoint, token, desk)).toEqual({
      epoch: endpoint.store.epoch,
      desk,
      rows: [row],
      next: 1,
      more: false,
    });
  }
  expect(sha256(text)).toBe(receipt.digest);
});

test("[S8] pages follow each other by their next position, without a gap or a double", async () => {
  const endpoint = createTestEndpoint();
  const token = await fill(endpoint, 5);
  const positions: number[] = [];
  const mores: boolean[] = [];
  let after = 0;
  for (let pages = 0; pages < 3; pages += 1) {
    const page = await pullPage(endpoint, token, "CL/policy", `after=${after}&limit=2`);
    positions.push(...page.rows.map((row) => row.position));
    mores.push(page.more);
    after = page.next;
  }
  expect(positions).toEqual([1, 2, 3, 4, 5]);
  expect(mores).toEqual([true, true, false]);
});

test("a page that is exactly full says that nothing more waits", async () => {
  const endpoint = createTestEndpoint();
  const token = await fill(endpoint, 2);
  expect(await pullPage(endpoint, token, "CL/policy", "after=0&limit=2")).toMatchObject({
    next: 2,
    more: false,
  });
});

test("beyond the last position there is nothing, and the place is kept", async () => {
  const endpoint = createTestEndpoint();
  const token = await fill(endpoint, 1);
  expect(await pullPage(endpoint, token, "CL/policy", "after=9")).toMatchObject({
    rows: [],
    next: 9,
    more: false,
  });
});

test("a page is cut by its size, but one envelope always fits", async () => {
  const pageOf = async (pageMaxBytes: number) => {
    const endpoint = createTestEndpoint({ limits: { ...defaultLimits, pageMaxBytes } });
    const token = await fill(endpoint, 3, "x".repeat(2_000));
    const { rows, next, more } = await pullPage(endpoint, token, "CL/policy");
    return { positions: rows.map((row) => row.position), next, more };
  };
  expect(await pageOf(1_000)).toEqual({ positions: [1], next: 1, more: true });
  expect(await pageOf(5_000)).toEqual({ positions: [1, 2], next: 2, more: true });
  expect(await pageOf(50_000)).toEqual({ positions: [1, 2, 3], next: 3, more: false });
});

test("a feed is read by its own desk only: no stranger, no reader, no other desk", async () => {
  const endpoint = createTestEndpoint();
  await fill(endpoint, 1);
  const tokens = {
    nobody: "unknown-token",
    reader: await enrol(endpoint, "JM/policy", "reader"),
    sender: await enrol(endpoint, "CL/policy"),
    sameState: await enrol(endpoint, "JM/foreign-affairs"),
    own: await enrol(endpoint, "JM/policy"),
  };
  const statuses: Record<string, number> = {};
  for (const [caller, token] of Object.entries(tokens)) {
    const answer = await pull(endpoint, token, "JM/policy");
    statuses[caller] = answer.status;
    if (answer.status !== 200) expect(await answer.text()).not.toContain("opaque");
  }
  expect(statuses).toEqual({ nobody: 401, reader: 403, sender: 403, sameState: 403, own: 200 });
});

test("one token may serve several desks, if it was enrolled for each", async () => {
  const endpoint = createTestEndpoint();
  await fill(endpoint, 1);
  const device = "6f1d1f2e-2a5c-4d0e-9d3d-0d8c5a1b2c3d";
  for (const desk of ["JM/policy", "BR/policy"]) {
    const code = await endpoint.invite(desk);
    const body = { code, device, tokenHash: sha256("the-same-token") };
    await endpoint.request("/v1/enrolments", {
      method: "POST",
      headers: { "Content-Type": "application/vnd.enlace.v1+json" },
      body: JSON.stringify(body),
    });
  }
  expect((await pullPage(endpoint, "the-same-token", "JM/policy")).rows).toHaveLength(1);
  expect((await pullPage(endpoint, "the-same-token", "BR/policy")).rows).toEqual([]);
  expect((await pull(endpoint, "the-same-token", "CL/policy")).status).toBe(403);
});

test("a query that is wrong is refused by name", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const issues: Record<string, unknown> = {};
  for (const query of ["limit=0", "limit=101", "after=-1", "after=x", "after=1e3"]) {
    const answer = await pull(endpoint, token, "CL/policy", query);
    expect(answer.status).toBe(400);
    issues[query] = (await answer.json()).issues;
  }
  expect(issues).toEqual({
    "limit=0": ["limit: regex"],
    "limit=101": ["limit: regex"],
    "after=-1": ["after: regex"],
    "after=x": ["after: regex"],
    "after=1e3": ["after: regex"],
  });
  expect((await pull(endpoint, token, "Chile")).status).toBe(400);
});
