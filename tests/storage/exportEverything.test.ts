import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { DeskId, StateCode } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope.ts";
import type { Enrolment } from "#domain/profile.ts";
import { countEverything } from "#storage/countEverything.ts";
import { saveEnrolment, savePendingEnrolment } from "#storage/enrolments.ts";
import { exportEverything } from "#storage/exportEverything.ts";
import { saveProfile, saveReadingPlace } from "#storage/profile.ts";
import { sampleNow } from "../domain/sampleInquiry.ts";
import { buildRecord, queuedProgress } from "./buildRecord.ts";
import { openTestDatabase, type TestDatabase } from "./openTestDatabase.ts";

const profile = {
  name: "Ana Ferreira",
  affiliation: "Cancillería",
  replyEmail: "guardia@cancilleria.example",
  replyPhone: "+598 2 555 0100",
};
const reading = { href: "#/measures/2", title: "CBM #2" };
const enrolment: Enrolment = {
  device: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b07" as DeviceId,
  token: "a-token-that-stays-here",
  role: "desk",
  desk: { state: "UY" as StateCode, desk: "policy" },
  enrolledAt: sampleNow,
};

const openFilled = async (name: string): Promise<TestDatabase> => {
  const open = await openTestDatabase(name);
  await saveProfile(open.database, profile);
  await saveReadingPlace(open.database, reading);
  await open.database.inquiries.bulkPut([buildRecord(1), buildRecord(2, queuedProgress)]);
  await saveEnrolment(open.database, enrolment);
  await savePendingEnrolment(open.database, {
    code: "A-CODE-TO-REDEEM",
    device: enrolment.device,
    token: "a-pending-token",
  });
  await open.database.outbox.put({
    envelopeId: queuedProgress.type === "queued" ? queuedProgress.envelopeId : ("" as never),
    thread: buildRecord(2).id,
    kind: "inquiry",
    from: "UY/policy" as DeskId,
    to: "CL/policy" as DeskId,
    sequence: 1,
    bytes: "{}",
    digests: [],
    queuedAt: sampleNow,
    state: { type: "queued" },
  });
  return open;
};

test("an export holds all that a person has here", async () => {
  const { database } = await openFilled("export");
  const all = await exportEverything(database, sampleNow);
  expect(all.profile).toEqual(profile);
  expect(all.reading).toEqual(reading);
  expect(all.inquiries.map(({ id }) => id).toSorted()).toEqual([
    buildRecord(1).id,
    buildRecord(2).id,
  ]);
  expect(all.outbox.map(({ bytes }) => bytes)).toEqual(["{}"]);
  expect(all.enrolments.map(({ desk }) => desk)).toEqual([enrolment.desk]);
});

test("an export holds nothing that lets its reader act for a desk, and the device keeps it", async () => {
  const { database } = await openFilled("secrets");
  const text = JSON.stringify(await exportEverything(database, sampleNow));
  expect(text).not.toContain(enrolment.token);
  expect(text).not.toContain("a-pending-token");
  expect(text).not.toContain("A-CODE-TO-REDEEM");
  expect((await database.enrolments.toArray())[0]?.token).toBe(enrolment.token);
});

test("an export that can't be read whole is none", async () => {
  const { database } = await openFilled("broken");
  database.close();
  await expect(exportEverything(database, sampleNow)).rejects.toThrow();
});

test("what is on the device is counted", async () => {
  const { database } = await openFilled("counted");
  expect(await countEverything(database)).toEqual({
    packs: 0,
    edition: null,
    inquiries: 2,
    drafts: 1,
    outbox: 1,
    received: 0,
    enrolments: 1,
  });
});
