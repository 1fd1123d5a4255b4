import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { emptyProfile } from "#domain/profile.ts";
import { createStorageWatch, type StorageWatch } from "#storage/createStorageWatch.ts";
import { listInquiries } from "#storage/inquiries.ts";
import { findInquiryState, type InquiryState } from "#storage/inquiryStates.ts";
import {
  forgetEverythingInMemory,
  forgetInMemory,
  keepInMemory,
  keepProfileInMemory,
} from "#storage/keptInMemory.ts";
import { findProfile, saveProfile } from "#storage/profile.ts";
import { buildRecord, queuedEntry, queuedProgress } from "./buildRecord.ts";
import { openTestDatabase, type TestDatabase } from "./openTestDatabase.ts";

const profile = { ...emptyProfile, name: "Ana Ferreira" };

afterEach(forgetEverythingInMemory);

const draft = (digit: number): InquiryState => ({ record: buildRecord(digit), outbox: [] });

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
  const open = await openTestDatabase("closed");
  keepInMemory(draft(1));
  open.database.close({ disableAutoOpen: false });
  expect(open.told).toEqual(["storageClosed"]);
  expect(await watch(open).look()).toEqual({ type: "same" });
  expect(await listInquiries(open.database)).toEqual([]);
});

test("a cleared storage is noticed, and what is still in memory is kept again", async () => {
  const open = await openTestDatabase("cleared");
  const watching = watch(open);
  keepInMemory(draft(1));
  keepProfileInMemory(profile);
  await clearUnder(open);
  expect(await watching.look()).toEqual({ type: "cleared", savedAgain: 1 });
  expect(await listInquiries(open.database)).toEqual([buildRecord(1)]);
  expect(await findProfile(open.database)).toEqual(profile);
  expect(await watching.look()).toEqual({ type: "same" });
});

test("[S2] what is queued comes back with its entry, the same id and bytes, never as a draft", async () => {
  const open = await openTestDatabase("queued");
  const watching = watch(open);
  const queued = { record: buildRecord(1, queuedProgress), outbox: [queuedEntry] };
  keepInMemory(draft(1));
  keepInMemory(queued);
  await clearUnder(open);
  expect(await watching.look()).toEqual({ type: "cleared", savedAgain: 1 });
  expect(await findInquiryState(open.database, queued.record.id)).toEqual(queued);
});

test("what the person deleted does not come back", async () => {
  const open = await openTestDatabase("deleted");
  const watching = watch(open);
  keepInMemory(draft(2));
  forgetInMemory(buildRecord(2).id);
  await clearUnder(open);
  expect(await watching.look()).toEqual({ type: "cleared", savedAgain: 0 });
  expect(await listInquiries(open.database)).toEqual([]);
});

test("every open tab saves its own again, and overwrites nothing that was written since", async () => {
  const open = await openTestDatabase("two");
  const watching = watch(open);
  keepInMemory(draft(1));
  keepInMemory(draft(2));
  keepProfileInMemory(profile);
  await clearUnder(open);
  const other = await openTestDatabase("two");
  const newer = { ...buildRecord(1), step: "review" as const };
  await other.database.inquiries.put(newer);
  await saveProfile(other.database, emptyProfile);
  expect(await watching.look()).toEqual({ type: "cleared", savedAgain: 1 });
  expect(await open.database.inquiries.get(newer.id)).toEqual(newer);
  expect(await findProfile(open.database)).toEqual(emptyProfile);
});

test("a look that fails says why, and the next one notices", async () => {
  const open = await openTestDatabase("failing");
  const watching = watch(open);
  open.database.close();
  expect(await watching.look()).toEqual({ type: "failed", error: { type: "storageClosed" } });
  await open.database.open();
  expect(await watching.look()).toEqual({ type: "same" });
});
