import { expect, test } from "vitest";
import { hashToPlace, isStart, wordToPlace } from "#app/places/placeWords.ts";

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

test("the start is where no place was asked for", () => {
  for (const hash of ["", "#", "#/", "#/?lang=es"]) expect(isStart(hash)).toBe(true);
  for (const hash of ["#/measures", "#/nothing"]) expect(isStart(hash)).toBe(false);
});
