import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { addLock, removeLock } from "#storage/privates/lock.ts";
import {
  changePrivates,
  countPrivates,
  findPrivate,
  listPrivates,
  removePrivate,
  savePrivate,
} from "#storage/privates/privates.ts";
import { tryStorage } from "#storage/storageError.ts";
import { openTestDatabase, sampleLock, sampleRow } from "#tests/world/rows.ts";

const openLocked = async (name: string) => {
  const open = await openTestDatabase(name);
  await addLock(open.database, sampleLock);
  return open.database;
};

const first = sampleRow("draft", "1", null, "first");
const second = sampleRow("draft", "1", null, "second");

test("a row is written once by whoever read it last; who comes late changes nothing", async () => {
  const database = await openLocked("turns");
  expect((await savePrivate(database, first, 0)).ok).toBe(true);
  expect((await savePrivate(database, second, 1)).ok).toBe(true);
  for (const late of [0, 1, 3]) {
    expect(await savePrivate(database, first, late)).toEqual({
      ok: false,
      error: { type: "privateChanged" },
    });
  }
  expect(await findPrivate(database, "draft", "1")).toEqual({ ...second, rev: 2 });
});

test("a row that was removed elsewhere does not come back by being written again", async () => {
  const database = await openLocked("removed");
  await savePrivate(database, first, 0);
  await removePrivate(database, "draft", "1");
  expect((await savePrivate(database, second, 1)).ok).toBe(false);
  expect(await listPrivates(database, "draft")).toEqual([]);
});

test("of several rows all are written, or none", async () => {
  const database = await openLocked("several");
  await savePrivate(database, first, 0);
  const inquiry = { row: sampleRow("inquiry", "1"), expectedRev: 0 };
  const late = await changePrivates(
    database,
    [inquiry, { row: second, expectedRev: 0 }],
    [{ kind: "draft", id: "1" }],
  );
  expect(late).toEqual({ ok: false, error: { type: "privateChanged" } });
  expect(await listPrivates(database, "inquiry")).toEqual([]);
  expect(await findPrivate(database, "draft", "1")).toEqual({ ...first, rev: 1 });
});

test("a row goes only as it was read; what another tab wrote meanwhile stays", async () => {
  const database = await openLocked("removed as read");
  await savePrivate(database, first, 0);
  await savePrivate(database, second, 1);
  const inquiry = { row: sampleRow("inquiry", "1"), expectedRev: 0 };
  for (const expectedRev of [0, 1, 3]) {
    const removes = [{ kind: "draft", id: "1", expectedRev } as const];
    expect(await changePrivates(database, [inquiry], removes)).toEqual({
      ok: false,
      error: { type: "privateChanged" },
    });
  }
  expect(await findPrivate(database, "draft", "1")).toEqual({ ...second, rev: 2 });
  expect(await listPrivates(database, "inquiry")).toEqual([]);
  const removes = [{ kind: "draft", id: "1", expectedRev: 2 } as const];
  expect((await changePrivates(database, [inquiry], removes)).ok).toBe(true);
  expect(await listPrivates(database, "draft")).toEqual([]);
  expect((await changePrivates(database, [], removes)).ok).toBe(false);
});

test("where no lock record is, nothing is written that nobody could open", async () => {
  const database = await openLocked("left");
  await savePrivate(database, first, 0);
  await removeLock(database);
  const saved = await tryStorage(() => savePrivate(database, second, 1));
  expect(saved).toEqual({ ok: false, error: { type: "storageClosed" } });
  expect(await findPrivate(database, "draft", "1")).toEqual({ ...first, rev: 1 });
});

test("each kind is counted, also while nobody can open any of it", async () => {
  const database = await openLocked("counted");
  await savePrivate(database, first, 0);
  await savePrivate(database, sampleRow("thread", "1"), 0);
  await savePrivate(database, sampleRow("thread", "2"), 0);
  expect(await countPrivates(database)).toEqual({
    draft: 1,
    inquiry: 0,
    thread: 2,
    summaries: 0,
    reply: 0,
    profile: 0,
    identity: 0,
    pendingEnrolment: 0,
    directory: 0,
  });
});
