import type { Language } from "#domain/language.ts";
import { foldText, foldWithOffsets, toOriginalSpan } from "#domain/text.ts";
import type { ContentPack } from "./contentPack.ts";
import { listPassages, type PassagePlace } from "./passages.ts";

export type PassageHit = {
  readonly passageId: string;
  readonly place: PassagePlace;
  /** The reader's language if the passage was found in it. */
  readonly language: Language;
  readonly heading: string | undefined;
  readonly excerpt: Excerpt;
};

/** All packs, folded once. */
export type SearchIndex = readonly IndexedPassage[];

/** Folds the packs for {@link searchPassages}; needed once for each set of packs, about 20 ms. */
export const createSearchIndex = (packs: readonly ContentPack[]): SearchIndex => {
  const passagesById = new Map<string, { place: PassagePlace; versions: PassageVersion[] }>();
  for (const pack of packs) {
    for (const { passage, place, heading } of listPassages(pack)) {
      const known = passagesById.get(passage.id) ?? { place, versions: [] };
      passagesById.set(passage.id, known);
      known.versions.push({
        language: pack.language,
        heading,
        text: passage.text,
        foldedHeading: foldText(`${nameOfPlace(place)} ${heading ?? ""}`).trim(),
        foldedText: foldText(passage.text),
      });
    }
  }
  return [...passagesById].map(([passageId, found]) => ({ passageId, ...found }));
};

/**
 * Finds the passages that contain every word of the query in their text or heading, ignoring case
 * and accents: each once, in the reader's language if it is found there. Headings come first, whole
 * phrases before scattered words, the reader's language before others, then reading order.
 */
export const searchPassages = (
  index: SearchIndex,
  query: string,
  reader: Language,
): readonly PassageHit[] => {
  const words = foldText(query).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  return index
    .map((passage) => matchPassage(passage, words, reader))
    .filter((match) => match !== undefined)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ passage, version }) => ({
      passageId: passage.passageId,
      place: passage.place,
      language: version.language,
      heading: version.heading,
      excerpt: createExcerpt(version.text, words),
    }));
};

type IndexedPassage = {
  readonly passageId: string;
  readonly place: PassagePlace;
  readonly versions: readonly PassageVersion[];
};

type PassageVersion = {
  readonly language: Language;
  readonly heading: string | undefined;
  readonly text: string;
  readonly foldedHeading: string;
  readonly foldedText: string;
};

type Match = {
  readonly rank: number;
  readonly passage: IndexedPassage;
  readonly version: PassageVersion;
};

/** The name that the sources use for a place in every language, though its title lacks it. */
const nameOfPlace = (place: PassagePlace): string =>
  place.type === "measure" ? `CBM #${place.number}` : "";

const matchPassage = (
  passage: IndexedPassage,
  words: readonly string[],
  reader: Language,
): Match | undefined => {
  const found = passage.versions.filter(({ foldedHeading, foldedText }) =>
    words.every((word) => foldedHeading.includes(word) || foldedText.includes(word)),
  );
  const version = found.find(({ language }) => language === reader) ?? found[0];
  if (!version) return undefined;
  const foreign = version.language === reader ? 0 : ranks;
  return { rank: foreign + rankVersion(version, words), passage, version };
};

const ranks = 5;

const rankVersion = (version: PassageVersion, words: readonly string[]): number => {
  const phrase = words.join(" ");
  if (version.foldedHeading === phrase) return 0;
  if (version.foldedHeading.includes(phrase)) return 1;
  if (words.every((word) => version.foldedHeading.includes(word))) return 2;
  return version.foldedText.includes(phrase) ? 3 : 4;
};

/** A hit and the text around it, in one line. `hit` is empty if the text has none. */
type Excerpt = { readonly before: string; readonly hit: string; readonly after: string };

/**
 * Creates an excerpt around the first place where the folded words occur as a phrase, or otherwise
 * one of them does, in the original spelling, with some 60 characters before and 120 after, cut
 * between words.
 */
export const createExcerpt = (text: string, foldedWords: readonly string[]): Excerpt => {
  const line = text.replace(/\s*\n\s*/g, " ");
  const folded = foldWithOffsets(line);
  const found = findSpan(folded.folded, foldedWords);
  if (!found) return { before: "", hit: "", after: cutEnd(line, beforeLength + afterLength) };
  const { start, end } = toOriginalSpan(folded, found.start, found.end);
  return {
    before: cutStart(line.slice(0, start), beforeLength),
    hit: line.slice(start, end),
    after: cutEnd(line.slice(end), afterLength),
  };
};

const beforeLength = 60;

const afterLength = 120;

type Span = { readonly start: number; readonly end: number };

const findSpan = (folded: string, words: readonly string[]): Span | undefined => {
  const phrase = findWord(folded, words.join(" "));
  if (phrase) return phrase;
  return words
    .map((word) => findWord(folded, word))
    .filter((span) => span !== undefined)
    .toSorted((a, b) => a.start - b.start)[0];
};

/** Finds where a word begins with `wanted`, or otherwise where it merely occurs. */
const findWord = (folded: string, wanted: string): Span | undefined => {
  const first = folded.indexOf(wanted);
  if (first < 0) return undefined;
  let start = first;
  while (start > 0 && /[\p{L}\p{N}]/u.test(folded.charAt(start - 1))) {
    start = folded.indexOf(wanted, start + 1);
    if (start < 0) return { start: first, end: first + wanted.length };
  }
  return { start, end: start + wanted.length };
};

const cutStart = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const kept = text.slice(-length);
  return `…${kept.slice(kept.indexOf(" ") + 1)}`;
};

const cutEnd = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const kept = text.slice(0, length);
  const space = kept.lastIndexOf(" ");
  return `${space > 0 ? kept.slice(0, space) : kept}…`;
};
