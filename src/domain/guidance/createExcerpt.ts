import { foldWithOffsets, toOriginalSpan } from "#domain/text.ts";

/** A hit and what stands around it, in one line. `hit` is empty where the text holds none. */
export type Excerpt = { readonly before: string; readonly hit: string; readonly after: string };

/**
 * The first place in the text where the folded words stand as a phrase, or else where one of them
 * does, in its original spelling, with some 60 characters before and 120 after, cut between words.
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

/** Where a word begins with `wanted`, or else where it merely occurs. */
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
