import { expect, it } from "vitest";
import { stateCondition } from "#domain/directory/directoryState.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";
import { day } from "#tests/world/moments.ts";

const today = day("2026-11-22");
const expired = buildContact({ id: "x", confirmedOn: "2025-01-01", expiresOn: "2026-01-01" });
const conditionOf = (desks: Parameters<typeof buildEdition>[0][string]) => {
  const [entry] = buildEdition({ CL: desks }).states;
  if (!entry) throw new Error("no entry");
  return stateCondition(entry, today);
};

it("a State's condition is the best that its policy desk has, whatever its order", () => {
  expect(conditionOf({ policy: [expired, buildContact()] })).toMatchObject({
    type: "policy",
    freshness: { type: "fresh" },
  });
  expect(conditionOf({ policy: [expired], technical: [buildContact()] })).toMatchObject({
    type: "policy",
    freshness: { type: "expired" },
  });
});

it("a State without a policy contact is told from one without any", () => {
  expect(conditionOf({ technical: [buildContact()] })).toEqual({ type: "noPolicyContact" });
  expect(conditionOf({})).toEqual({ type: "noContact" });
});
