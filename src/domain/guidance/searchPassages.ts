import type { Language } from "#domain/language.ts";
import { foldText } from "#domain/text.ts";
import type { ContentPack } from "./contentPack.ts";
import { createExcerpt, type Excerpt } from "./createExcerpt.ts";
import type { PassagePlace } from "./passagePlace.ts";
import { listPassages } from "./passages.ts";

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

/** Folds the packs for {@link searchPassages}: once for each set of packs, about 20 ms. */
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
 * The passages in which, with their heading, every word of the query occurs, blind to case and
 * accents: each once, in the reader's language if it is found there. Headings come first, whole
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

/** What the sources call a place in every language, though its title doesn't say so. */
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
