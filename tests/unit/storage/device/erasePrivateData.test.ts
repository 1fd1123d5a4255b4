import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { placeToKey } from "#domain/thread/thread.ts";
import { findReadingPlace, saveReadingPlace } from "#storage/content/contentPacks.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { eraseEnrolment } from "#storage/device/eraseEnrolment.ts";
import { erasePrivateData } from "#storage/device/erasePrivateData.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { queueEnvelope } from "#storage/outbox/outbox.ts";
import { saveKeptAgain } from "#storage/privates/keptInMemory.ts";
import { addLock, findLock } from "#storage/privates/lock.ts";
import { openTestDatabase, sampleLock, sampleRow } from "#tests/world/rows.ts";
import { createAddition, createEnrolment, deviceOf } from "#tests/world/syncDevice.ts";

const reading = { href: "#/measures/2", title: "CBM #2" };
const reader = createEnrolment({ device: deviceOf(40), role: "reader", token: "reader" });

const openFilled = async (name: string) => {
  const { database } = await openTestDatabase(name);
  await addLock(database, sampleLock);
  await saveReadingPlace(database, reading);
  await database.singles.put({ key: "config", endpoint: ".", publishers: [], demonstration: null });
  const identity = { row: sampleRow("identity", "1"), expectedRev: 0 };
  await saveEnrolment(database, createEnrolment(), { privates: [identity], removes: [] });
  const entry = await createAddition();
  const { thread: id, from: desk } = entry;
  const thread = { row: sampleRow("thread", placeToKey({ id, desk }), desk), expectedRev: 0 };
  const summaries = { row: sampleRow("summaries", desk, desk), expectedRev: 0 };
  await queueEnvelope(database, { entry, privates: [thread, summaries], removes: [] });
  return database;
};

const listFilled = async (database: Awaited<ReturnType<typeof openFilled>>) => {
  const counts = await Promise.all(
    database.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  return counts.filter(([, count]) => count > 0).map(([name]) => name);
};

test("before a border all that is private leaves; guidance, directory and configuration stay", async () => {
  const database = await openFilled("border");
  expect(await listFilled(database)).toEqual([
    "privates",
    "outbox",
    "sent",
    "sentBytes",
    "touched",
    "enrolments",
    "singles",
  ]);
  await erasePrivateData(database);
  expect(await listFilled(database)).toEqual(["singles"]);
  expect((await database.singles.toArray()).map(({ key }) => key)).toEqual([
    "config",
    "install",
    "reading",
  ]);
  expect(await findReadingPlace(database)).toEqual(reading);
  // Nothing is left in memory either that a clearing would bring back.
  expect(await saveKeptAgain(database)).toBe(0);
  expect(await findLock(database)).toBeUndefined();
});

test("what is cut short after its first step opens to nobody", async () => {
  const database = await openFilled("cut");
  database.privates.hook("deleting", () => {
    throw new DOMException("killed", "AbortError");
  });
  await expect(erasePrivateData(database)).rejects.toThrow();
  expect(await findLock(database)).toBeUndefined();
  expect(await database.privates.count()).toBe(3);
});

test("[S13] a reader's enrolment stays where the last desk is revoked", async () => {
  const database = await openFilled("reader");
  await saveEnrolment(database, reader, { privates: [], removes: [] });
  expect(await eraseEnrolment(database, createEnrolment().device)).toBe("everything");
  expect(await listEnrolments(database)).toEqual([reader]);
  expect(await findLock(database)).toBeUndefined();
});

test("[S13] a revoked reader takes nothing of a desk with it", async () => {
  const database = await openFilled("desk");
  await saveEnrolment(database, reader, { privates: [], removes: [] });
  const before = await listFilled(database);
  expect(await eraseEnrolment(database, reader.device)).toBe("desk");
  expect(await listEnrolments(database)).toEqual([createEnrolment()]);
  expect(await listFilled(database)).toEqual(before);
});

test("[S13] what is not here any more is erased by nothing", async () => {
  const database = await openFilled("gone");
  expect(await eraseEnrolment(database, deviceOf(41))).toBe("nothing");
  expect(await findLock(database)).toBeDefined();
});
