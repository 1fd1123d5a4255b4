import { expect, test } from "vitest";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { digestText } from "#signing/digestText.ts";
import {
  cancelUnsent,
  queueEnvelope,
  queueWithdrawal,
  removeWithOutbox,
  saveReceipt,
} from "#storage/outbox/outbox.ts";
import { saveOutboxState } from "#storage/outbox/outboxStates.ts";
import { findPrivate, savePrivate } from "#storage/privates/privates.ts";
import {
  createReceipt,
  hangUp,
  hold,
  type Reaction,
  refuse,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { sampleNow } from "#tests/world/moments.ts";
import { sampleRow } from "#tests/world/rows.ts";
import { createAddition, createSyncDevice, type SyncDevice } from "#tests/world/syncDevice.ts";

const start = async (...reactions: readonly Reaction[]) => {
  const endpoint = await startTestEndpoint(...reactions);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  return { endpoint, device };
};

/** A draft, and what queues it: the row of the inquiry in its place. */
const prepare = async ({ database }: SyncDevice) => {
  await savePrivate(database, sampleRow("draft", "1"), 0);
  const entry = await createAddition();
  const privates = [{ row: sampleRow("inquiry", "1"), expectedRev: 0 }];
  return { entry, privates, removes: [{ kind: "draft" as const, id: "1" }] };
};

/** The draft again in the place of its inquiry. */
const draftAgain = [{ row: sampleRow("draft", "1"), expectedRev: 0 }];
const noInquiry = [{ kind: "inquiry" as const, id: "1" }];

const listKinds = async ({ database }: SyncDevice) =>
  (await database.privates.toArray()).map(({ kind }) => kind);

test("[S1] the private rows and the envelope are saved together", async () => {
  const { device } = await start(hold);
  const queueing = await prepare(device);
  expect((await queueEnvelope(device.database, queueing)).ok).toBe(true);
  expect(await listKinds(device)).toEqual(["inquiry"]);
  const [entry] = await device.outbox();
  expect(entry).toEqual({ ...queueing.entry, sequence: 1, state: { type: "queued" } });
  expect(entry?.digests).toEqual([await digestText(entry?.bytes ?? "")]);
  const { bytes, ...rest } = queueing.entry;
  const sent = await device.sent(rest.envelopeId);
  expect(sent).toMatchObject({ ...rest, receipt: null });
  // A list of a thousand threads looks at these, and needs no bytes.
  expect(sent).not.toHaveProperty("bytes");
  expect(await device.sentBytes(rest.envelopeId)).toBe(bytes);
});

test.each(["outbox", "sent", "sentBytes"] as const)(
  "[S1] when %s can't take the envelope, it stays a draft",
  async (table) => {
    const { device } = await start(hold);
    const queueing = await prepare(device);
    device.database[table].hook("creating", () => {
      throw new DOMException("the disk is full", "QuotaExceededError");
    });
    await expect(queueEnvelope(device.database, queueing)).rejects.toThrow();
    expect(await listKinds(device)).toEqual(["draft"]);
    expect(await device.outbox()).toEqual([]);
    expect(await device.sent(queueing.entry.envelopeId)).toBeUndefined();
    expect(await device.sentBytes(queueing.entry.envelopeId)).toBeUndefined();
  },
);

test("[S1] of two tabs that queue the same draft, one does", async () => {
  const { device } = await start(hold);
  const queueing = await prepare(device);
  const other = { ...queueing, entry: await createAddition() };
  const answers = await Promise.all([
    queueEnvelope(device.database, queueing),
    queueEnvelope(device.database, other),
  ]);
  expect(answers).toEqual([
    { ok: true, value: undefined },
    { ok: false, error: { type: "privateChanged" } },
  ]);
  expect(await device.outbox()).toHaveLength(1);
  expect(await device.sent(other.entry.envelopeId)).toBeUndefined();
});

test("[S6] the order of what is queued goes on where all before it was held", async () => {
  const { device } = await start(hold);
  await device.queue();
  await device.push();
  await device.queue();
  expect((await device.outbox()).map(({ sequence }) => sequence)).toEqual([2]);
});

test("[S10] before the first try it is simply gone, and the draft is back", async () => {
  const { endpoint, device } = await start(hold);
  const queueing = await prepare(device);
  await queueEnvelope(device.database, queueing);
  const { envelopeId } = queueing.entry;
  const taken = await cancelUnsent(device.database, envelopeId, draftAgain, noInquiry);
  expect(taken.ok).toBe(true);
  expect(await device.outbox()).toEqual([]);
  expect(await device.sent(envelopeId)).toBeUndefined();
  expect(await device.sentBytes(envelopeId)).toBeUndefined();
  expect(await listKinds(device)).toEqual(["draft"]);
  await device.push();
  expect(endpoint.heard).toEqual([]);
});

test("[S10] what the endpoint refused at the first try is a draft again, and nothing follows it", async () => {
  const { endpoint, device } = await start(refuse(422, { type: "recipientUnknown" }), hold);
  const { envelopeId } = await device.queue();
  await device.push();
  expect((await cancelUnsent(device.database, envelopeId, [], [])).ok).toBe(true);
  expect(await device.push()).toEqual({ held: 0, kept: 0 });
  expect(endpoint.heard).toHaveLength(1);
});

test.each<[string, readonly Reaction[]]>([
  ["was tried without an answer", [hangUp]],
  ["was refused after a try without an answer", [hangUp, refuse(403, { type: "forbidden" })]],
  ["is held", [hold]],
])("[S10] what %s can't be taken back without a word", async (_what, reactions) => {
  const { device } = await start(...reactions);
  const queueing = await prepare(device);
  await queueEnvelope(device.database, queueing);
  for (let round = 0; round < reactions.length; round += 1) {
    await device.push();
    device.moveClock(3_600_000);
  }
  const { envelopeId } = queueing.entry;
  expect(await cancelUnsent(device.database, envelopeId, draftAgain, noInquiry)).toEqual({
    ok: false,
    error: { type: "inquiryTried" },
  });
  expect(await listKinds(device)).toEqual(["inquiry"]);
});

test("[S10] after a try a withdrawal goes in its place, and its text is sent no more", async () => {
  const { endpoint, device } = await start(hangUp, hold);
  const { envelopeId, thread } = await device.queue();
  await device.push();
  const entry = await createAddition({ thread, kind: "withdrawal" });
  await queueWithdrawal(device.database, envelopeId, { entry, privates: [], removes: [] });
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
  expect(endpoint.heard.map(({ body }) => JSON.parse(body).kind)).toEqual([
    "inquiry",
    "withdrawal",
  ]);
  expect((await device.sent(entry.envelopeId))?.receipt).not.toBeNull();
  expect(await device.sent(envelopeId)).toMatchObject({ withdrawn: true, receipt: null });
  expect(await device.sentBytes(envelopeId)).toBeUndefined();
  expect(await device.sentBytes(entry.envelopeId)).toBe(entry.bytes);
});

test("[S10] a withdrawal whose inquiry was changed meanwhile changes nothing", async () => {
  const { device } = await start(hangUp);
  const { envelopeId, thread } = await device.queue();
  const entry = await createAddition({ thread, kind: "withdrawal" });
  const privates = [{ row: sampleRow("inquiry", "1"), expectedRev: 4 }];
  const queueing = { entry, privates, removes: [] };
  expect((await queueWithdrawal(device.database, envelopeId, queueing)).ok).toBe(false);
  expect((await device.outbox()).map((each) => each.envelopeId)).toEqual([envelopeId]);
  expect((await device.sent(envelopeId))?.withdrawn).toBe(false);
  expect(await device.sentBytes(envelopeId)).toBeDefined();
});

test("[S10] a receipt that arrives for what was taken back meanwhile is kept with it", async () => {
  const { device } = await start(hold);
  const { envelopeId, thread, bytes } = await device.queue();
  const entry = await createAddition({ thread, kind: "withdrawal" });
  await queueWithdrawal(device.database, envelopeId, { entry, privates: [], removes: [] });
  const receipt = (await createReceipt(bytes)) as never;
  await saveReceipt(device.database, receipt);
  // What became of the try comes too late for the entry, and brings nothing back.
  await saveOutboxState(device.database, envelopeId, {
    type: "paused",
    since: sampleNow,
    tries: 1,
  });
  expect(await device.sent(envelopeId)).toMatchObject({ withdrawn: true, receipt });
  expect((await device.outbox()).map((each) => each.envelopeId)).toEqual([entry.envelopeId]);
});

test("a thread is deleted with what of it waits and was sent, and others are not", async () => {
  const { device } = await start(hold);
  const { thread, envelopeId, from: desk } = await device.queue();
  const other = await device.queue();
  await device.push();
  await device.queue({ thread, kind: "update" });
  const place = { id: thread, desk };
  await removeWithOutbox(device.database, place, [{ kind: "thread", id: envelopeId }]);
  expect(await device.outbox()).toEqual([]);
  expect(await device.sent(envelopeId)).toBeUndefined();
  expect(await device.database.sentBytes.toCollection().primaryKeys()).toEqual([other.envelopeId]);
  expect(await findPrivate(device.database, "thread", envelopeId)).toBeUndefined();
  expect(await device.sent(other.envelopeId)).toBeDefined();
  expect(await findPrivate(device.database, "thread", other.envelopeId)).toBeDefined();
});

test("a thread is deleted for one desk: what the other of this device's desks wrote in it stays", async () => {
  const { device } = await start(hold);
  await device.enrol({ device: crypto.randomUUID() as DeviceId, desk: chile });
  const asked = await device.queue();
  const answered = await device.queue({ thread: asked.thread, from: chile, to: uruguay });
  await device.push();
  await device.queue({ thread: asked.thread, from: chile, to: uruguay, kind: "update" });
  await removeWithOutbox(device.database, { id: asked.thread, desk: asked.from }, []);
  expect(await device.sent(asked.envelopeId)).toBeUndefined();
  expect(await device.sentBytes(asked.envelopeId)).toBeUndefined();
  expect(await device.sent(answered.envelopeId)).toBeDefined();
  expect(await device.sentBytes(answered.envelopeId)).toBe(answered.bytes);
  expect((await device.outbox()).map(({ from }) => from)).toEqual(["CL/policy", "CL/policy"]);
});

test("[S13] a desk that was revoked while something was sealed for it has nothing queued", async () => {
  const { device } = await start(hold);
  const queueing = await prepare(device);
  await device.database.enrolments.clear();
  expect(await queueEnvelope(device.database, queueing)).toEqual({
    ok: false,
    error: { type: "deskNotEnrolled" },
  });
  expect(await listKinds(device)).toEqual(["draft"]);
  expect(await device.outbox()).toEqual([]);
});
