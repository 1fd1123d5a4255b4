import { describe, expect, it } from "vitest";
import { listPassages } from "#domain/guidance/passages.ts";
import {
  createExcerpt,
  createSearchIndex,
  searchPassages,
} from "#domain/guidance/searchPassages.ts";
import type { Language } from "#domain/language.ts";
import { readPack, readPacks } from "#tests/world/readPacks.ts";

const index = createSearchIndex(readPacks());
const search = (query: string, reader: Language = "en") => searchPassages(index, query, reader);

describe("the list of passages", () => {
  it("has every passage of a pack once", () => {
    const text = JSON.stringify(readPack("en"));
    const listed = listPassages(readPack("en")).map(({ passage }) => passage.id);
    expect(listed).toHaveLength(text.match(/"standing":/g)?.length ?? 0);
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe("searching the guidance", () => {
  it("finds nothing for an empty query", () => {
    expect(search("   ")).toEqual([]);
  });

  it("finds nothing where a word occurs nowhere", () => {
    expect(search("inquiry zzzyx")).toEqual([]);
  });

  it("asks for every word, in whatever order and distance", () => {
    const ids = search("accusation constitute").map(({ passageId }) => passageId);
    expect(ids).toContain("implications.no-accusation");
    expect(ids.length).toBeLessThan(search("accusation").length);
  });

  it("shows the reader's language where the words are in it, and each passage once", () => {
    const hits = search("CBM #2 punto de contacto", "es");
    expect(hits.filter(({ language }) => language !== "es")).toEqual([]);
    const ids = hits.map(({ passageId }) => passageId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("finds another language's words too, after those of the reader's own", () => {
    const [hit] = search("hameçonnage", "en");
    expect(hit).toMatchObject({ passageId: "glossary.phishing", language: "fr" });
    const own = search("policy", "fr").map(({ language }) => language === "fr");
    expect(own.indexOf(false)).toBeGreaterThan(0);
    expect(own.lastIndexOf(true)).toBeLessThan(own.indexOf(false));
  });

  it("is blind to accents and case, and shows the hit as it is spelled", () => {
    const hit = search("ACUSACION", "es").find(
      ({ passageId }) => passageId === "implications.no-accusation",
    );
    expect(hit?.excerpt.hit).toBe("acusación");
    expect(hit?.excerpt.before).toMatch(/no constituye una $/);
  });

  it("finds a measure by its number, which no title bears", () => {
    const places = search("cbm #11").map(({ place }) => place);
    expect(places[0]).toEqual({ type: "measure", number: 11, part: "text" });
  });

  it("puts a term of the glossary before the passages that use it", () => {
    expect(search("note verbale")[0]?.place).toEqual({
      type: "glossary",
      entryId: "note-verbale",
    });
  });

  it("tells where a passage of a procedure, a norm or the time line stands", () => {
    const placeOf = (query: string, id: string) =>
      search(query).find(({ passageId }) => passageId === id)?.place;
    expect(placeOf("paragraph 78", "inquiry.step-3.quote")).toEqual({
      type: "procedureStep",
      procedure: "inquiry",
      stepId: "inquiry.step-3",
    });
    expect(placeOf("supply chain", "norm.i.summary")).toEqual({ type: "norm", letter: "i" });
    expect(placeOf("santo domingo", "timeline.meeting-6.text")).toEqual({
      type: "timeline",
      entryId: "timeline.meeting-6",
    });
  });

  it("shows no more hits than there are passages, whatever is asked", () => {
    const passages = new Set(listPassages(readPack("pt")).map(({ passage }) => passage.id));
    for (const query of ["e", "cbm", "punto de contacto", "paragraph 78"]) {
      const hits = search(query, "pt");
      expect(hits.length).toBeGreaterThan(0);
      expect(hits.length).toBeLessThanOrEqual(passages.size);
    }
  });
});

describe("an excerpt", () => {
  const text = `${"start ".repeat(30)}the point of contact\n\nanswers ${"end ".repeat(60)}`;

  it("is one line, cut between words on both sides", () => {
    const { before, hit, after } = createExcerpt(text, ["contact", "answers"]);
    expect(hit).toBe("contact answers");
    expect(before).toMatch(/^…start .* of $/);
    expect(after).toMatch(/^ end .* end…$/);
    expect(before.length + hit.length + after.length).toBeLessThan(200);
  });

  it("prefers where a word begins", () => {
    expect(createExcerpt("a particular art", ["art"])).toEqual({
      before: "a particular ",
      hit: "art",
      after: "",
    });
  });

  it("is the beginning where the words stood in the heading only", () => {
    expect(createExcerpt("A short text.", ["phishing"])).toEqual({
      before: "",
      hit: "",
      after: "A short text.",
    });
  });
});
