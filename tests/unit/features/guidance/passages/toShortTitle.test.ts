import { expect, test } from "vitest";
import { languages } from "#domain/language.ts";
import { toShortTitle } from "#features/guidance/passages/groupRuns.ts";
import { readPack } from "#tests/world/readPacks.ts";

test("a document's name ends where its details begin", () => {
  expect(toShortTitle("Draft Measures (CBMs) to Promote Trust, with more")).toBe("Draft Measures");
  expect(toShortTitle("Présentation du Secrétariat\u202f: réalisations")).toBe(
    "Présentation du Secrétariat",
  );
  expect(toShortTitle("Public record")).toBe("Public record");
  expect(toShortTitle("(untitled)")).toBe("(untitled)");
});

test.each(languages)("every source still has a name of its own in %s", (language) => {
  const names = Object.values(readPack(language).sources).map(({ title }) => toShortTitle(title));
  expect(new Set(names).size).toBe(names.length);
});
