import { expect, test } from "vitest";
import { createSearchIndex, searchPassages } from "#domain/guidance/searchPassages.ts";
import { hitToHref } from "#features/guidance/search/SearchPage.tsx";
import { readPack } from "#tests/world/readPacks.ts";

const index = createSearchIndex([readPack("en"), readPack("pt")]);
const hrefOf = (query: string, id: string): string | undefined => {
  const hit = searchPassages(index, query, "en").find(({ passageId }) => passageId === id);
  return hit && hitToHref(hit);
};

test("a hit leads to its page, its passage and the language in which it was found", () => {
  expect(hrefOf("foster cooperation", "measure.6.draft")).toBe(
    "#/measures/6?at=measure.6.draft&in=en",
  );
  expect(hrefOf("não constitui", "implications.no-accusation")).toBe(
    "#/measures/2?at=implications.no-accusation&in=pt",
  );
});

test("norms are on the page of CBM #9, the draft and the first measure on that of all measures", () => {
  expect(hrefOf("all relevant information", "norm.b.summary")).toContain("#/measures/9?");
  expect(hrefOf("cooperation bridges", "draft.diplomacy")).toContain("#/measures?");
  expect(hrefOf("domestic laws", "first-measure.quote")).toContain("#/measures?");
});

test("steps lead to their procedure, terms and dates to their lists", () => {
  expect(hrefOf("name and affiliation", "inquiry.step-2.quote")).toContain("#/procedures/inquiry?");
  expect(hrefOf("immediate response", "response.option-1.quote")).toContain(
    "#/procedures/response?",
  );
  expect(hrefOf("smart", "glossary.botnet")).toBeUndefined();
  expect(hrefOf("one distant hand", "glossary.botnet")).toContain("#/glossary?");
  expect(hrefOf("santo domingo", "timeline.meeting-6.text")).toContain("#/timeline?");
});
