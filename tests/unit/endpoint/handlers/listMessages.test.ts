import * as v from "valibot";
import { expect, test } from "vitest";
import { defaultLimits } from "#endpoint/config/limits.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import { FeedAnswer } from "#protocol/messages.ts";
import { pull, put } from "#tests/unit/endpoint/world/calls.ts";
import { enrol, enrolPair, revoke, type TestDevice } from "#tests/unit/endpoint/world/enrolment.ts";
import { createSealedBody } from "#tests/unit/endpoint/world/letters.ts";
import { countRows } from "#tests/unit/endpoint/world/readDatabase.ts";
import { createTestEndpoint, type TestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

const fill = async (
  endpoint: TestEndpoint,
  count: number,
  bodyBytes?: number,
): Promise<TestDevice> => {
  const { sender: device, write } = await enrolPair(endpoint);
  for (let sent = 0; sent < count; sent += 1) {
    await put(endpoint, device, write({ body: createSealedBody(bodyBytes) }));
  }
  return device;
};

const pullPage = async (
  endpoint: TestEndpoint,
  device: TestDevice,
  desk: string,
  query?: string,
): Promise<FeedAnswer> =>
  v.parse(FeedAnswer, await (await pull(endpoint, device, desk, query)).json());

test("both desks find the envelope, byte for byte, with the receipt that its sender got", async () => {
  const endpoint = await createTestEndpoint();
  const { sender, recipient, write } = await enrolPair(endpoint);
  const envelope = write();
  const text = JSON.stringify(envelope, null, 3);
  const receipt = await (await put(endpoint, sender, envelope, text)).json();
  const row = { type: "envelope", position: 1, bytes: text, receipt };
  for (const [device, desk] of [
    [sender, "CL/policy"],
    [recipient, "JM/policy"],
  ] as const) {
    expect(await pullPage(endpoint, device, desk)).toEqual({
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
  const endpoint = await createTestEndpoint();
  const device = await fill(endpoint, 5);
  const positions: number[] = [];
  const mores: boolean[] = [];
  let after = 0;
  for (let pages = 0; pages < 3; pages += 1) {
    const page = await pullPage(endpoint, device, "CL/policy", `after=${after}&limit=2`);
    positions.push(...page.rows.map((row) => row.position));
    mores.push(page.more);
    after = page.next;
  }
  expect(positions).toEqual([1, 2, 3, 4, 5]);
  expect(mores).toEqual([true, true, false]);
});

test("a page that is exactly full says that nothing more waits", async () => {
  const endpoint = await createTestEndpoint();
  const device = await fill(endpoint, 2);
  expect(await pullPage(endpoint, device, "CL/policy", "after=0&limit=2")).toMatchObject({
    next: 2,
    more: false,
  });
});

test("beyond the last position there is nothing, and the place is kept", async () => {
  const endpoint = await createTestEndpoint();
  const device = await fill(endpoint, 1);
  expect(await pullPage(endpoint, device, "CL/policy", "after=9")).toMatchObject({
    rows: [],
    next: 9,
    more: false,
  });
});

test("a page is cut by its size, but one envelope always fits", async () => {
  const pageOf = async (pageMaxBytes: number) => {
    const endpoint = await createTestEndpoint({ limits: { ...defaultLimits, pageMaxBytes } });
    const device = await fill(endpoint, 3, 1_500);
    const { rows, next, more } = await pullPage(endpoint, device, "CL/policy");
    return { positions: rows.map((row) => row.position), next, more };
  };
  expect(await pageOf(1_000)).toEqual({ positions: [1], next: 1, more: true });
  expect(await pageOf(5_000)).toEqual({ positions: [1, 2], next: 2, more: true });
  expect(await pageOf(50_000)).toEqual({ positions: [1, 2, 3], next: 3, more: false });
});

test("its sender is told that an envelope is delivered, and that nobody can open it any more", async () => {
  const endpoint = await createTestEndpoint();
  const { sender, recipient, write } = await enrolPair(endpoint);
  const envelope = write();
  await put(endpoint, sender, envelope);
  endpoint.moveClock(60_000);
  const { next } = await pullPage(endpoint, recipient, "JM/policy");
  expect(countRows(endpoint, "CL/policy")).toBe(1);
  await pullPage(endpoint, recipient, "JM/policy", `after=${next}`);
  endpoint.moveClock(60_000);
  await revoke(endpoint, recipient);
  const told = { envelope: envelope.id };
  expect((await pullPage(endpoint, sender, "CL/policy", "after=1")).rows).toEqual([
    {
      ...told,
      type: "delivered",
      position: 2,
      device: recipient.device,
      at: "2026-11-22T04:01:00.000Z",
    },
    { ...told, type: "recipientsGone", position: 3, at: "2026-11-22T04:02:00.000Z" },
  ]);
});

test("a query that is wrong is refused by name", async () => {
  const endpoint = await createTestEndpoint();
  const device = await enrol(endpoint, "CL/policy");
  const issues: Record<string, unknown> = {};
  for (const query of ["limit=0", "limit=101", "after=-1", "after=x", "after=1e3"]) {
    const answer = await pull(endpoint, device, "CL/policy", query);
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
  expect((await pull(endpoint, device, "Chile")).status).toBe(400);
});
