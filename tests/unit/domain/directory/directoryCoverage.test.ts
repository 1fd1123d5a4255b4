import { expect, it } from "vitest";
import { directoryCoverage } from "#domain/directory/directoryState.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";
import { day } from "#tests/world/moments.ts";

const edition = buildEdition({
  AR: {
    policy: [buildContact({ id: "a" }), buildContact({ id: "b" })],
    technical: [buildContact({ id: "c" })],
  },
  BO: { policy: [buildContact({ id: "d", confirmedOn: "2025-01-01", expiresOn: "2026-01-01" })] },
  CL: { "foreign-affairs": [buildContact({ id: "e", expiresOn: "2026-12-01" })] },
  CO: { technical: [buildContact({ id: "f", confirmedBy: undefined, confirmedOn: undefined })] },
  PE: {},
});

it("coverage is counted from the contacts as of a day", () => {
  expect(directoryCoverage(edition, day("2026-11-22"))).toEqual({
    asOf: "2026-11-22",
    states: 5,
    contacts: 6,
    statesWithReliablePolicy: 1,
    statesWithAny: 4,
    statesWithNone: 1,
    statesOnlyExpired: 1,
    expired: 1,
    expiresSoon: 1,
    unconfirmed: 1,
    desks: [
      { desk: "policy", contacts: 3, states: 2, statesReliable: 1 },
      { desk: "foreign-affairs", contacts: 1, states: 1, statesReliable: 1 },
      { desk: "technical", contacts: 2, states: 2, statesReliable: 1 },
    ],
  });
});

it("coverage on a later day counts what has expired since", () => {
  const later = directoryCoverage(edition, day("2027-10-01"));
  expect(later).toMatchObject({ expired: 6, statesOnlyExpired: 4, statesWithReliablePolicy: 0 });
});
