import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { createStorageWatch, type StorageWatch } from "#storage/device/createStorageWatch.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { listOutbox, queueEnvelope } from "#storage/outbox/outbox.ts";
import { findSent } from "#storage/outbox/sent.ts";
import { forgetEverythingInMemory } from "#storage/privates/keptInMemory.ts";
import { addLock, findLock } from "#storage/privates/lock.ts";
import {
  findPrivate,
  listPrivates,
  removePrivate,
  savePrivate,
} from "#storage/privates/privates.ts";
import { openTestDatabase, sampleLock, sampleRow, type TestDatabase } from "#tests/world/rows.ts";
import { createAddition, createEnrolment } from "#tests/world/syncDevice.ts";

afterEach(forgetEverythingInMemory);

const draft = (id: string, text?: string) => sampleRow("draft", id, null, text);

const openLocked = async (name: string) => {
  const open = await openTestDatabase(name);
  await addLock(open.database, sampleLock);
  return { open, watching: watch(open), database: open.database };
};

const watch = (open: TestDatabase): StorageWatch =>
  createStorageWatch(open, { clock: () => msToInstant(0), newId: () => crypto.randomUUID() });

/** What a browser does that clears site data under an open page, as far as Dexie sees it. */
const clearUnder = async ({ database }: TestDatabase): Promise<void> => {
  database.close({ disableAutoOpen: false });
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(database.name).addEventListener("success", resolve);
  });
};

test("a storage that was only closed is the same, and nothing is written into it", async () => {
  const { open, watching, database } = await openLocked("closed");
  await savePrivate(database, draft("1"), 0);
  await database.privates.clear();
  database.close({ disableAutoOpen: false });
  expect(open.told).toEqual(["storageClosed"]);
  expect(await watching.check()).toEqual({ type: "same" });
  expect(await listPrivates(database, "draft")).toEqual([]);
});

test("a cleared storage is noticed, and what was written here is there again with its lock", async () => {
  const { open, watching, database } = await openLocked("cleared");
  await savePrivate(database, draft("1"), 0);
  await savePrivate(database, draft("1", "typed on"), 1);
  await clearUnder(open);
  expect(await watching.check()).toEqual({ type: "cleared", savedAgain: 1 });
  expect(await findLock(database)).toEqual(sampleLock);
  expect(await findPrivate(database, "draft", "1")).toEqual({ ...draft("1", "typed on"), rev: 2 });
  expect((await savePrivate(database, draft("1", "and on"), 2)).ok).toBe(true);
  expect(await watching.check()).toEqual({ type: "same" });
});

test("what was only read comes back as well, and what was not on the screen is lost", async () => {
  const { open, watching, database } = await openLocked("read");
  await savePrivate(database, draft("1"), 0);
  await savePrivate(database, draft("2"), 0);
  forgetEverythingInMemory();
  await findLock(database);
  await findPrivate(database, "draft", "2");
  await clearUnder(open);
  expect(await watching.check()).toEqual({ type: "cleared", savedAgain: 1 });
  expect((await listPrivates(database, "draft")).map(({ id }) => id)).toEqual(["2"]);
});

test("[S2] what is queued comes back with its entry, the same id and bytes, as perhaps held", async () => {
  const { open, watching, database } = await openLocked("queued");
  await savePrivate(database, draft("1"), 0);
  const entry = await createAddition();
  const enrolment = createEnrolment();
  await saveEnrolment(database, enrolment, { privates: [], removes: [] });
  await queueEnvelope(database, {
    entry,
    privates: [{ row: sampleRow("inquiry", "1"), expectedRev: 0 }],
    removes: [{ kind: "draft", id: "1" }],
  });
  await clearUnder(open);
  expect(await watching.check()).toEqual({ type: "cleared", savedAgain: 1 });
  expect(await listPrivates(database, "draft")).toEqual([]);
  expect(await listOutbox(database)).toMatchObject([
    { ...entry, state: { type: "waiting", tries: 1 } },
  ]);
  const { bytes, ...rest } = entry;
  expect(await findSent(database, entry.envelopeId)).toMatchObject(rest);
  // S12: without them it could not be put again.
  expect(await database.sentBytes.toArray()).toEqual([{ envelopeId: entry.envelopeId, bytes }]);
});

test("what the person removed does not come back", async () => {
  const { open, watching, database } = await openLocked("deleted");
  await savePrivate(database, draft("2"), 0);
  await removePrivate(database, "draft", "2");
  await clearUnder(open);
  expect(await watching.check()).toEqual({ type: "cleared", savedAgain: 0 });
  expect(await listPrivates(database, "draft")).toEqual([]);
});

test("every open tab saves its own again, and overwrites nothing that was written since", async () => {
  const { open, watching, database } = await openLocked("two");
  await savePrivate(database, draft("1"), 0);
  await savePrivate(database, draft("2"), 0);
  await clearUnder(open);
  const other = await openTestDatabase("two");
  const newer = { ...draft("1", "newer"), rev: 7 };
  await other.database.singles.put({ key: "lock", lock: sampleLock });
  await other.database.privates.put(newer);
  expect(await watching.check()).toEqual({ type: "cleared", savedAgain: 1 });
  expect(await findPrivate(database, "draft", "1")).toEqual(newer);
});

test("under another lock nothing comes back that it could not open", async () => {
  const { open, watching, database } = await openLocked("another");
  await savePrivate(database, draft("1"), 0);
  await clearUnder(open);
  const other = await openTestDatabase("another");
  const lock = { ...sampleLock, madeAt: msToInstant(1) };
  await other.database.singles.put({ key: "lock", lock });
  expect(await watching.check()).toEqual({ type: "cleared", savedAgain: 0 });
  expect(await findLock(database)).toEqual(lock);
});

test("a look that fails says why, and the next one notices", async () => {
  const { watching, database } = await openLocked("failing");
  database.close();
  expect(await watching.check()).toEqual({ type: "failed", error: { type: "storageClosed" } });
  await database.open();
  expect(await watching.check()).toEqual({ type: "same" });
});
