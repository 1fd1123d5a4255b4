import { chile, uruguay } from "#tests/world/desks.ts";
import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { Digest, EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { Epoch, Receipt } from "#domain/envelope/receipt.ts";
import type { Subscribed } from "#storage/database.ts";
import { eraseEnrolment } from "#storage/device/eraseEnrolment.ts";
import { erasePrivateData } from "#storage/device/erasePrivateData.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import {
  findNoticeWords,
  listSubscribed,
  saveNoticeWords,
  saveSubscribed,
} from "#storage/device/subscribed.ts";
import { countUnopened } from "#storage/feed/arrivedCounts.ts";
import { openTestDatabase } from "#tests/world/rows.ts";
import { createEnrolment, deviceOf, otherOwnGrant, ownGrant } from "#tests/world/syncDevice.ts";

const epoch = randomUUID() as Epoch;
const createSubscribed = (grant: number): Subscribed => ({
  device: deviceOf(grant),
  pushEndpoint: `https://push.example/${grant}`,
  mailDigest: null,
  epoch,
});

const openEnrolled = async (name: string) => {
  const { database } = await openTestDatabase(name);
  const enrolments = [
    createEnrolment(),
    createEnrolment({ device: deviceOf(otherOwnGrant), token: "other", desk: chile }),
  ];
  for (const enrolment of enrolments) {
    await saveEnrolment(database, enrolment, { privates: [], removes: [] });
  }
  for (const grant of [ownGrant, otherOwnGrant]) {
    await saveSubscribed(database, createSubscribed(grant));
  }
  return database;
};

test("what was answered last of a device counts, and nothing is kept of one that is told nowhere", async () => {
  const database = await openEnrolled("subscribed");
  const mailDigest = "0".repeat(64) as Digest;
  const changed = { ...createSubscribed(ownGrant), pushEndpoint: null, mailDigest };
  await saveSubscribed(database, changed);
  expect(await listSubscribed(database)).toEqual([createSubscribed(otherOwnGrant), changed]);
  await saveSubscribed(database, { ...changed, mailDigest: null });
  expect(await listSubscribed(database)).toEqual([createSubscribed(otherOwnGrant)]);
});

test("a desk that is revoked is told nothing here any more, the device's other desk is", async () => {
  const database = await openEnrolled("revoked");
  await eraseEnrolment(database, deviceOf(ownGrant));
  expect(await listSubscribed(database)).toEqual([createSubscribed(otherOwnGrant)]);
});

test("before a border nothing is left of it", async () => {
  const database = await openEnrolled("border notices");
  await erasePrivateData(database);
  expect(await listSubscribed(database)).toEqual([]);
  expect(await database.singles.get("notices")).toBeUndefined();
});

test("the worker's words are those of the language that was read last", async () => {
  const { database } = await openTestDatabase("words");
  expect(await findNoticeWords(database)).toBeUndefined();
  await saveNoticeWords(database, { language: "en", title: "Something", message: "Open" });
  let writes = 0;
  database.singles.hook("updating", () => void (writes += 1));
  await saveNoticeWords(database, { language: "en", title: "Something", message: "Open" });
  expect(writes).toBe(0);
  await saveNoticeWords(database, { language: "es", title: "Algo", message: "Abra" });
  expect(await findNoticeWords(database)).toMatchObject({ language: "es", title: "Algo" });
});

test("what other desks wrote and nobody has opened is counted, and what colleagues wrote is not", async () => {
  const { database } = await openTestDatabase("unopened");
  const add = (position: number, from: DeskAddress, state: "sealed" | "opened" = "sealed") =>
    database.arrived.add({
      desk: deskToId(uruguay),
      position,
      state,
      envelopeId: randomUUID() as EnvelopeId,
      thread: randomUUID() as ThreadId,
      kind: "update",
      bytes: state === "opened" ? null : JSON.stringify({ from, body: "sealed" }),
      receipt: {} as Receipt,
      problem: null,
    });
  expect(await countUnopened(database)).toBe(0);
  await add(1, chile);
  await add(2, uruguay);
  await add(3, chile, "opened");
  await add(4, chile);
  expect(await countUnopened(database)).toBe(2);
});
