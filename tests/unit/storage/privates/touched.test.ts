import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type DeskId, deskToId } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { Epoch, Receipt } from "#domain/envelope/receipt.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import type { FeedRow } from "#protocol/messages.ts";
import { listNotices, listSealed, saveFeedPage, saveOpened } from "#storage/feed/arrived.ts";
import {
  cancelUnsent,
  queueEnvelope,
  queueWithdrawal,
  removeWithOutbox,
  saveReceipt,
} from "#storage/outbox/outbox.ts";
import { changePrivates, listPrivates, listTouched } from "#storage/privates/privates.ts";
import { saveSummaries } from "#storage/threads/threadListRows.ts";
import { createReceipt } from "#tests/unit/sync/answering/startAnswering.ts";
import { uruguay } from "#tests/world/desks.ts";
import { sampleRow } from "#tests/world/rows.ts";
import {
  chileGrant,
  createAddition,
  createSyncDevice,
  deviceOf,
  type SyncDevice,
} from "#tests/world/syncDevice.ts";

const desk = deskToId(uruguay);
const epoch = randomUUID() as Epoch;

const start = async () => {
  const device = createSyncDevice("http://127.0.0.1:9");
  await device.enrol();
  return device;
};
const createPlace = (): ThreadPlace => ({ id: randomUUID() as ThreadId, desk });
const writeOf = (place: ThreadPlace, expectedRev = 0) => ({
  row: sampleRow("thread", placeToKey(place), place.desk),
  expectedRev,
});
const linesOf = (of: DeskId, expectedRev = 0) => ({
  row: sampleRow("summaries", of, of),
  expectedRev,
});

/** The marks since the last look. */
const takeMarks = async ({ database }: SyncDevice): Promise<readonly ThreadPlace[]> => {
  const marks = await listTouched(database);
  await database.touched.clear();
  return marks.map(({ id, desk: of }) => ({ id, desk: of }));
};

/** An envelope of a thread in the outbox, with the thread's row. */
const queue = async (device: SyncDevice, place = createPlace()) => {
  const entry = await createAddition({ thread: place.id });
  await queueEnvelope(device.database, { entry, privates: [writeOf(place)], removes: [] });
  return { place, entry };
};
const receiptOf = async (bytes: string): Promise<Receipt> =>
  (await createReceipt(bytes, { epoch })) as Receipt;

const pageOf = (rows: readonly FeedRow[], of = epoch) => ({
  epoch: of,
  desk,
  rows: [...rows],
  next: rows.at(-1)?.position ?? 0,
  more: false,
});
const envelopeRow = async (position: number, bytes: string): Promise<FeedRow> => ({
  type: "envelope",
  position,
  bytes,
  receipt: await receiptOf(bytes),
});
const deliveredRow = (position: number, envelope: string): FeedRow =>
  ({
    type: "delivered",
    position,
    envelope,
    device: deviceOf(chileGrant),
    at: "2026-11-22T15:00:02.000Z",
  }) as FeedRow;

describe("a thread is marked", () => {
  test("when its row is written or removed, and by no row of another kind", async () => {
    const device = await start();
    const { database } = device;
    const place = createPlace();
    const others = [sampleRow("draft", place.id), sampleRow("reply", placeToKey(place), desk)];
    const writes = others.map((row) => ({ row, expectedRev: 0 }));
    await changePrivates(database, [...writes, linesOf(desk)], []);
    expect(await takeMarks(device)).toEqual([]);
    await changePrivates(database, [writeOf(place)], []);
    expect(await takeMarks(device)).toEqual([place]);
    await changePrivates(database, [], [{ kind: "thread", id: placeToKey(place) }]);
    expect(await takeMarks(device)).toEqual([place]);
  });

  test("by nothing that another tab was faster with", async () => {
    const device = await start();
    const place = createPlace();
    await changePrivates(device.database, [writeOf(place)], []);
    await takeMarks(device);
    const changed = await changePrivates(device.database, [writeOf(place)], []);
    expect(changed).toEqual({ ok: false, error: { type: "privateChanged" } });
    expect(await takeMarks(device)).toEqual([]);
  });

  test("when something of it is queued, taken back, withdrawn, opened and deleted", async () => {
    const device = await start();
    const { database } = device;
    const { place, entry } = await queue(device);
    expect(await takeMarks(device)).toEqual([place]);
    await cancelUnsent(database, entry.envelopeId, [writeOf(place, 1)], []);
    expect(await takeMarks(device)).toEqual([place]);
    const withdrawal = await createAddition({ thread: place.id, kind: "withdrawal" });
    const queueing = { entry: withdrawal, privates: [writeOf(place, 2)], removes: [] };
    await queueWithdrawal(database, entry.envelopeId, queueing);
    expect(await takeMarks(device)).toEqual([place]);
    await saveFeedPage(database, pageOf([await envelopeRow(1, withdrawal.bytes)]));
    // What arrived is looked at by nobody before it is opened.
    expect(await takeMarks(device)).toEqual([]);
    const [arrived] = await listSealed(database);
    if (!arrived) throw new Error("nothing arrived");
    await saveOpened(database, [{ ...arrived, state: "opened" }], [writeOf(place, 3)]);
    expect(await takeMarks(device)).toEqual([place]);
    await removeWithOutbox(database, place, [{ kind: "thread", id: placeToKey(place) }]);
    expect(await takeMarks(device)).toEqual([place]);
  });

  test("by a receipt, also for what was taken back meanwhile; not by one for what is not ours", async () => {
    const device = await start();
    const { place, entry } = await queue(device);
    await takeMarks(device);
    await saveReceipt(device.database, await receiptOf(entry.bytes));
    expect(await takeMarks(device)).toEqual([place]);
    const { database } = device;
    await database.sent.update(entry.envelopeId, { withdrawn: true, receipt: null });
    await saveReceipt(database, await receiptOf(entry.bytes));
    expect(await takeMarks(device)).toEqual([place]);
    await saveReceipt(database, await receiptOf((await createAddition()).bytes));
    expect(await takeMarks(device)).toEqual([]);
  });

  test("by a notice about an envelope of this device, which says its thread", async () => {
    const device = await start();
    const { place, entry } = await queue(device);
    await takeMarks(device);
    await saveFeedPage(device.database, pageOf([deliveredRow(1, entry.envelopeId)]));
    expect(await takeMarks(device)).toEqual([place]);
    expect(await listNotices(device.database, [place.id])).toMatchObject([
      { envelopeId: entry.envelopeId, thread: place.id },
    ]);
  });

  test("by a notice about a colleague's envelope that the feed brought, on its page or before", async () => {
    const device = await start();
    const { database } = device;
    const [early, late] = [await createAddition(), await createAddition()];
    await saveFeedPage(database, pageOf([await envelopeRow(1, early.bytes)]));
    expect(await takeMarks(device)).toEqual([]);
    await saveFeedPage(
      database,
      pageOf([
        deliveredRow(2, early.envelopeId),
        await envelopeRow(3, late.bytes),
        deliveredRow(4, late.envelopeId),
      ]),
    );
    expect(await takeMarks(device)).toEqual([
      { id: early.thread, desk },
      { id: late.thread, desk },
    ]);
    for (const { envelopeId, thread } of [early, late]) {
      expect(await listNotices(database, [thread])).toMatchObject([{ envelopeId, thread }]);
    }
  });

  test("by no notice about what nothing here knows: it is kept without a thread", async () => {
    const device = await start();
    await saveFeedPage(device.database, pageOf([deliveredRow(1, randomUUID())]));
    expect(await takeMarks(device)).toEqual([]);
    expect(await device.database.arrived.toArray()).toMatchObject([
      { state: "notice", thread: null },
    ]);
  });

  test("once by a page, however many of its rows are about it", async () => {
    const device = await start();
    const { place, entry } = await queue(device);
    await takeMarks(device);
    const rows = [1, 2, 3].map((position) => deliveredRow(position, entry.envelopeId));
    await saveFeedPage(device.database, pageOf(rows));
    expect(await takeMarks(device)).toEqual([place]);
  });
});

describe("where the mark can't be kept", () => {
  const startWithout = async () => {
    const device = await start();
    const { place, entry } = await queue(device);
    await takeMarks(device);
    device.database.touched.hook("creating", () => {
      throw new DOMException("the disk is full", "QuotaExceededError");
    });
    return { device, place, entry };
  };

  test("neither is the thread's row", async () => {
    const { device, place } = await startWithout();
    await expect(changePrivates(device.database, [writeOf(place, 1)], [])).rejects.toThrow();
    const gone = [{ kind: "thread" as const, id: placeToKey(place) }];
    await expect(changePrivates(device.database, [], gone)).rejects.toThrow();
    expect(await listPrivates(device.database, "thread")).toMatchObject([{ rev: 1 }]);
  });

  test("neither is the receipt: the entry still waits", async () => {
    const { device, entry } = await startWithout();
    const receipt = await receiptOf(entry.bytes);
    await expect(saveReceipt(device.database, receipt)).rejects.toThrow();
    expect(await device.outbox()).toHaveLength(1);
    expect((await device.sent(entry.envelopeId))?.receipt).toBeNull();
  });

  test("neither is the page with the notice, nor the position after it", async () => {
    const { device, entry } = await startWithout();
    const page = pageOf([deliveredRow(1, entry.envelopeId)]);
    await expect(saveFeedPage(device.database, page)).rejects.toThrow();
    expect(await device.database.arrived.toArray()).toEqual([]);
    expect(await device.database.positions.count()).toBe(0);
  });
});

test("[S12] a new epoch marks the threads whose receipts and notices go with the old one, and no others", async () => {
  const device = await start();
  const { database } = device;
  const { place: held, entry } = await queue(device);
  await saveReceipt(database, await receiptOf(entry.bytes));
  const told = await createAddition();
  const untold = await createAddition();
  await saveFeedPage(
    database,
    pageOf([
      await envelopeRow(1, told.bytes),
      deliveredRow(2, told.envelopeId),
      await envelopeRow(3, untold.bytes),
    ]),
  );
  await changePrivates(database, [linesOf(desk)], []);
  await takeMarks(device);
  await saveFeedPage(database, pageOf([]));
  expect(await takeMarks(device)).toEqual([]);
  await saveFeedPage(database, pageOf([], randomUUID() as Epoch));
  expect(await takeMarks(device)).toEqual([{ id: told.thread, desk }, held]);
  // Its `rev` goes on: a tab that has read the old summaries can't write them back.
  expect(await listPrivates(database, "summaries")).toMatchObject([{ rev: 1 }]);
});

describe("summaries that were made anew", () => {
  test("take away the marks that they were made after, and no later one", async () => {
    const device = await start();
    const { database } = device;
    const [first, second] = [createPlace(), createPlace()];
    await changePrivates(database, [writeOf(first)], []);
    const made = await listTouched(database);
    await changePrivates(database, [writeOf(second), writeOf(first, 1)], []);
    expect(await saveSummaries(database, [linesOf(desk)], made)).toBe(true);
    expect(await takeMarks(device)).toEqual([second, first]);
  });

  test("change nothing where another tab was first: its summaries and all marks stay", async () => {
    const device = await start();
    const { database } = device;
    await changePrivates(database, [writeOf(createPlace())], []);
    const made = await listTouched(database);
    const row = sampleRow("summaries", desk, desk, "the first tab's");
    expect(await saveSummaries(database, [{ row, expectedRev: 0 }], [])).toBe(true);
    expect(await saveSummaries(database, [linesOf(desk)], made)).toBe(false);
    expect(await listPrivates(database, "summaries")).toEqual([{ ...row, rev: 1 }]);
    expect(await listTouched(database)).toEqual(made);
  });
});
