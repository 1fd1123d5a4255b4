import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { saveReadingPlace } from "#storage/content/contentPacks.ts";
import { countEverything, readEverything } from "#storage/device/readEverything.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { queueEnvelope } from "#storage/outbox/outbox.ts";
import { addLock } from "#storage/privates/lock.ts";
import { countPrivates } from "#storage/privates/privates.ts";
import { openTestDatabase, sampleLock, sampleRow, type TestDatabase } from "#tests/world/rows.ts";
import { createAddition, createEnrolment } from "#tests/world/syncDevice.ts";

const reading = { href: "#/measures/2", title: "CBM #2" };
const enrolment = createEnrolment({ token: "a-token-that-stays-here" });

const openFilled = async (name: string): Promise<TestDatabase> => {
  const open = await openTestDatabase(name);
  const { database } = open;
  await addLock(database, sampleLock);
  await saveReadingPlace(database, reading);
  const identity = { row: sampleRow("identity", enrolment.device), expectedRev: 0 };
  const pending = { row: sampleRow("pendingEnrolment", "1"), expectedRev: 0 };
  await saveEnrolment(database, enrolment, { privates: [identity, pending], removes: [] });
  const privates = [
    { row: sampleRow("inquiry", "1"), expectedRev: 0 },
    { row: sampleRow("directory", "held"), expectedRev: 0 },
    // Says again what stands in the threads.
    { row: sampleRow("summaries", "UY/policy"), expectedRev: 0 },
  ];
  await queueEnvelope(database, { entry: await createAddition(), privates, removes: [] });
  return open;
};

test("all that a person has here is read at one moment", async () => {
  const { database } = await openFilled("all");
  const all = await readEverything(database);
  expect(all.reading).toEqual(reading);
  expect(all.privates.map(({ kind }) => kind)).toEqual(["inquiry"]);
  expect(all.outbox.map(({ envelopeId }) => envelopeId)).toEqual(
    all.sent.map(({ envelopeId }) => envelopeId),
  );
  expect(all.enrolments.map(({ desk }) => desk)).toEqual([enrolment.desk]);
});

test("nothing is read that lets its reader act for a desk, and the device keeps it", async () => {
  const { database } = await openFilled("secrets");
  const all = await readEverything(database);
  expect(JSON.stringify(all)).not.toContain(enrolment.token);
  expect(all.privates.map(({ kind }) => kind)).not.toContain("identity");
  expect(all.privates.map(({ kind }) => kind)).not.toContain("pendingEnrolment");
  expect((await database.enrolments.toArray())[0]?.token).toBe(enrolment.token);
});

test("what can't be read whole is not read", async () => {
  const { database } = await openFilled("broken");
  database.close();
  await expect(readEverything(database)).rejects.toThrow();
});

test("what this device sent itself is no news when its desk's feed brings it back", async () => {
  const { database } = await openFilled("echo");
  const [own] = await database.sent.toArray();
  const arrived = { desk: "UY/policy", state: "sealed", thread: null, kind: null, bytes: "sealed" };
  const ids = [own?.envelopeId, (await createAddition()).envelopeId];
  for (const [position, envelopeId] of ids.entries()) {
    // As a page of the feed leaves them; who wrote them can't be known before they are opened.
    await database.arrived.put({ ...arrived, position, envelopeId } as never);
  }
  const { sealed, arrived: all } = await countEverything(database);
  expect({ sealed, all }).toEqual({ sealed: 1, all: 2 });
});

test("what is on the device is counted", async () => {
  const { database } = await openFilled("counted");
  expect(await countEverything(database)).toEqual({
    packs: 0,
    edition: null,
    privates: await countPrivates(database),
    outbox: 1,
    arrived: 0,
    sealed: 0,
    enrolments: 1,
  });
});
