import { expect, test } from "vitest";
import { hashToPlace, wordToPlace } from "#app/placeWords.ts";

test("a hash leads to its place, whatever follows its first word", () => {
  expect(hashToPlace("#/measures/2")).toBe("guidance");
  expect(hashToPlace("#/inquiries/new?to=CL/policy")).toBe("inquiries");
  expect(hashToPlace("#/enrol/0123")).toBe("device");
});

test("what we don't know leads nowhere, also words that every object knows", () => {
  for (const word of ["", "nothing", "constructor", "toString", "__proto__"]) {
    expect(wordToPlace(word)).toBeUndefined();
    expect(hashToPlace(`#/${word}`)).toBeUndefined();
  }
});
