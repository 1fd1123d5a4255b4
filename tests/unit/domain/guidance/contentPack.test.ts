import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sharingMarks } from "#domain/envelope/envelope.ts";
import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import { listPassages } from "#domain/guidance/passages.ts";
import { incidentKinds } from "#domain/inquiry/inquiry.ts";
import { readPack, readPacks } from "#tests/world/readPacks.ts";

const en = readPack("en");
const packs = readPacks();
const translated = packs.filter(({ language }) => language !== "en");

const passagesOf = (pack: ContentPack): readonly Passage[] =>
  listPassages(pack).map(({ passage }) => passage);
const passagesById = new Map(passagesOf(en).map((passage) => [passage.id, passage]));
const englishOf = ({ id }: Passage): Passage => {
  const passage = passagesById.get(id);
  if (!passage) throw new Error(`no ${id} in English`);
  return passage;
};

/** Line breaks, bullets and the marks of emphasis are the page's, not the text's. */
const toPlainText = (page: string): string =>
  page
    .replace(/^\s*[-·]\s+/gm, "")
    .replace(/\*+/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const readSource = (key: string): string =>
  toPlainText(readFileSync(join(import.meta.dirname, `sources/${key}.txt`), "utf8"));
const sourceTexts = new Map(
  ["cbm-draft-2019", "cicte-workplan-2024"].map((key) => [key, readSource(key)]),
);

/** The pack with every text replaced by its kind: what all languages have in common. */
const toShape = (value: unknown, key = ""): unknown => {
  if (Array.isArray(value)) return value.map((member) => toShape(member));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, toShape(member, name)]),
    );
  const isSame = ["id", "date", "asOf", "source", "number", "letter", "version"].includes(key);
  return isSame ? value : typeof value;
};

describe("the content packs", () => {
  it("have the same ids, order, steps, sources and dates in all languages", () => {
    for (const pack of translated) expect(toShape(pack)).toEqual(toShape(en));
  });

  it("are each in the language of their name, and of one version", () => {
    expect(packs.map(({ language }) => language)).toEqual(["en", "es", "fr", "pt"]);
    expect(new Set(packs.map(({ version }) => version)).size).toBe(1);
  });

  it("name every passage once", () => {
    const ids = passagesOf(en).map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("name the source of every passage", () => {
    for (const pack of packs) {
      const unknown = passagesOf(pack).filter(({ source }) => !pack.sources[source]);
      expect(unknown).toEqual([]);
    }
  });

  it("leave no text empty or with spaces around it", () => {
    for (const pack of packs) expect(listTexts(pack).filter((text) => !isTidy(text))).toEqual([]);
  });
});

describe("a quoted passage", () => {
  const quoted = passagesOf(en).filter(({ standing }) => standing === "quoted");

  it("stands word for word in the source that it names", () => {
    expect(quoted.length).toBeGreaterThan(40);
    const altered = quoted.filter(({ source, text }) => !sourceTexts.get(source)?.includes(text));
    expect(altered.map(({ id }) => id)).toEqual([]);
  });

  it("is dated as its source is", () => {
    const dates = { "cbm-draft-2019": "2019-04-24", "cicte-workplan-2024": "2024-02-01" };
    for (const { source, asOf } of quoted)
      expect({ [source]: asOf }).toMatchObject({ [source]: dates[source as keyof typeof dates] });
  });

  it("is a working translation in every other language, and never adopted wording", () => {
    for (const pack of translated) {
      const standings = passagesOf(pack).map((passage) => [
        englishOf(passage).standing,
        passage.standing,
      ]);
      expect([...new Set(standings.map((pair) => pair.join(" > ")))].toSorted()).toEqual([
        "quoted > translation",
        "summary > summary",
      ]);
    }
  });

  it("covers the procedures step by step, and the draft's items under today's numbers", () => {
    const { inquiry, response } = en.procedures;
    expect(inquiry.steps.map(({ quote }) => quote.standing)).toEqual(Array(5).fill("quoted"));
    expect(response.steps.map(({ quote }) => quote.standing)).toEqual(Array(3).fill("quoted"));
    const drafted = en.measures.filter(({ passages }) =>
      passages.some(({ source }) => source === "cbm-draft-2019"),
    );
    expect(drafted.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
  });

  it("is not pretended for measures 7 to 11, which each say what is unconfirmed", () => {
    for (const measure of packs.flatMap(({ measures }) => measures.slice(6))) {
      expect(measure.passages.map(({ standing }) => standing)).toEqual(["summary"]);
      expect(measure.caveat?.text).toContain(`CBM #${measure.number}`);
    }
  });
});

describe("a translated pack", () => {
  it("has no paragraph and no title left in English", () => {
    for (const pack of translated) {
      const left = passagesOf(pack).filter((passage) => passage.text === englishOf(passage).text);
      expect(left.map(({ id }) => id)).toEqual([]);
      const english = new Set(listTitles(en));
      const titles = listTitles(pack).filter((title) => english.has(title));
      expect(titles.filter((title) => !isName(title))).toEqual([]);
    }
  });

  it("keeps every figure, symbol and date of the English", () => {
    for (const passage of translated.flatMap(passagesOf)) {
      const figures = listFigures(passage.text);
      expect({ id: passage.id, figures }).toEqual({
        id: passage.id,
        figures: listFigures(englishOf(passage).text),
      });
    }
  });

  it("never translates a sharing mark", () => {
    for (const pack of packs) {
      const terms = pack.glossary.map(({ term }) => term);
      expect(terms.filter((term) => term.startsWith("TLP:"))).toEqual(sharingMarks);
    }
    for (const passage of translated.flatMap(passagesOf))
      expect(listMarks(passage.text)).toEqual(listMarks(englishOf(passage).text));
  });

  it("sets typographic apostrophes, and in French narrow no-break spaces", () => {
    for (const pack of translated) {
      const plain = listTexts(pack).filter((text) => text.includes("'") || text.includes('"'));
      expect(plain).toEqual([]);
    }
    const loose = listTexts(readPack("fr")).filter((text) =>
      / [;:?!»]|« |[^\u202f(][;»]/.test(text),
    );
    expect(loose).toEqual([]);
  });
});

describe("the glossary", () => {
  it("explains every kind of incident under its own value", () => {
    const ids = en.glossary.map(({ id }) => id);
    expect(incidentKinds.filter((kind) => !ids.includes(kind))).toEqual([]);
  });
});

const listTexts = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(listTexts);
};

const listTitles = (pack: ContentPack): readonly string[] => [
  ...Object.values(pack.sources).flatMap(({ title, note }) => [title, note]),
  ...pack.norms.map(({ topic }) => topic),
  ...listPassages(pack).flatMap(({ heading }) => heading ?? []),
];

/** Alike in all languages: labels, symbols, names. */
const isName = (title: string): boolean =>
  title.startsWith("TLP:") ||
  ["CICTE", "CSIRT", "AG/RES."].includes(title) ||
  // French and Portuguese have these words too.
  ["Non-accusation", "Envelope"].includes(title);

const isTidy = (text: string): boolean => text !== "" && text === text.trim();

const listFigures = (text: string): readonly string[] =>
  [...new Set(text.match(/#\d+|[A-Z]+\/RES\.\s?[\d./]+\d|\d[\d/]{2,}/g))].toSorted();

const listMarks = (text: string): readonly string[] =>
  [...text.matchAll(/TLP:[A-Z+]+/g)].map(([mark]) => mark).toSorted();
