import { expect, test } from "vitest";
import type { StateCode } from "#domain/desk.ts";
import { stateCondition } from "#domain/directory/directoryState.ts";
import { toOpenDirectory } from "#domain/directory/openDirectory.ts";
import { planWhomToTry } from "#domain/directory/planWhomToTry.ts";
import {
  countHidden,
  type ReadableDirectory,
  splitEdition,
  toLockedDirectory,
} from "#domain/directory/readableDirectory.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";
import { day } from "#tests/world/moments.ts";

const today = day("2026-11-22");
const chile = "CL" as StateCode;
const whole = buildEdition({
  CL: {
    policy: [buildContact({ id: "CL-1", person: "Ana Rojas" })],
    technical: [buildContact({ id: "CL-2" }), buildContact({ id: "CL-3", closed: true })],
  },
  PE: { technical: [buildContact({ id: "PE-1", closed: true })] },
  UY: {},
});
const { open, privatePart, counts } = splitEdition(whole);
const held = { edition: open, closedCounts: counts, closedMissing: false };
const missing = { ...held, closedMissing: true };

const tried = ({ edition }: ReadableDirectory): readonly (string | undefined)[] => {
  const [entry] = edition.states;
  if (!entry) throw new Error("no entry");
  return planWhomToTry(entry, "policy", today).map((attempt) =>
    attempt.type === "contact" ? attempt.contact.id : attempt.type,
  );
};
const conditions = ({ edition, privateReading: reading }: ReadableDirectory): readonly string[] =>
  edition.states.map((entry) => stateCondition(entry, today, reading).type);

test("locked, what can't be read is counted, for each desk, each State, and in all", () => {
  const { privateReading: reading } = toLockedDirectory(held);
  expect(reading.type).toBe("locked");
  expect(countHidden(reading)).toBe(3);
  expect(countHidden(reading, chile)).toBe(2);
  expect(countHidden(reading, chile, "technical")).toBe(1);
  expect(countHidden(reading, chile, "foreign-affairs")).toBe(0);
});

test("locked, whom to try is planned from what can be read", () => {
  expect(tried(toLockedDirectory(held))).toEqual(["CL-2", "secretariat"]);
  expect(tried(toOpenDirectory(held, privatePart))).toEqual([
    "CL-1",
    "CL-2",
    "CL-3",
    "secretariat",
  ]);
});

test("a State whose contacts can't be read now is never shown as one without", () => {
  const readable = toLockedDirectory(held);
  expect(conditions(readable)).toEqual(["lockedPolicy", "noPolicyContact", "noContact"]);
  expect(conditions(toOpenDirectory(held, privatePart))).toEqual([
    "policy",
    "noPolicyContact",
    "noContact",
  ]);
});

test("unlocked, the private contacts stand in their places", () => {
  expect(toOpenDirectory(held, privatePart)).toEqual({
    edition: whole,
    privateReading: { type: "whole" },
  });
});

test("an edition without private contacts is the same, locked or not", () => {
  const plain = { edition: open, closedCounts: [], closedMissing: false };
  expect(toLockedDirectory(plain)).toEqual({ edition: open, privateReading: { type: "none" } });
  expect(toOpenDirectory(plain, undefined)).toEqual(toLockedDirectory(plain));
});

test("what came while nobody could seal it is said to be missing, not to be locked", () => {
  expect(toLockedDirectory(missing).privateReading.type).toBe("unfetched");
  expect(toOpenDirectory(missing, undefined).privateReading).toEqual({ type: "missing", counts });
  // Nor is what does not open passed over.
  expect(toOpenDirectory(held, undefined).privateReading).toEqual({ type: "missing", counts });
});

test("until then those of the older edition stand there, and bear its number", () => {
  const older = { ...privatePart, number: 6 };
  expect(toOpenDirectory(missing, older)).toEqual({
    edition: whole,
    privateReading: { type: "older", number: 6 },
  });
});
