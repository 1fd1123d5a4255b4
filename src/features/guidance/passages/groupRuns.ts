import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";

/** One passage in the reader's language and, when compared, in another. */
export type PassagePair = {
  readonly id: string;
  readonly first: Passage;
  readonly second: Passage | null;
};

/** Consecutive passages that share standing, source and date, so that one line covers them all. */
type PassageRun = { readonly pairs: readonly PassagePair[] };

/** Pairs the passages of two packs by id. */
export const pairPassages = (
  first: readonly Passage[],
  second: readonly Passage[] | null,
): readonly PassagePair[] =>
  first.map((passage) => ({
    id: passage.id,
    first: passage,
    second: second?.find(({ id }) => id === passage.id) ?? null,
  }));

export const groupRuns = (pairs: readonly PassagePair[]): readonly PassageRun[] => {
  const runs: PassagePair[][] = [];
  for (const pair of pairs) {
    const run = runs.at(-1);
    if (run?.[0] && provenance(run[0]) === provenance(pair)) run.push(pair);
    else runs.push([pair]);
  }
  return runs.map((run) => ({ pairs: run }));
};

/** True if two passages share standing, source and date. */
export const hasSameProvenance = (one: Passage, other: Passage): boolean =>
  passageProvenance(one) === passageProvenance(other);

const provenance = ({ first, second }: PassagePair): string =>
  passageProvenance(first) + (second ? passageProvenance(second) : "");

const passageProvenance = ({ standing, source, asOf }: Passage): string =>
  `${standing} ${source} ${asOf}`;

/** Returns a passage's language: its source's for a quotation, otherwise its pack's. */
export const findPassageLanguage = (passage: Passage, pack: ContentPack): Language => {
  const isQuoted = passage.standing === "quoted" || passage.standing === "adopted";
  return (isQuoted && pack.sources[passage.source]?.language) || pack.language;
};

/**
 * True if the text is from the draft, not the adopted version; it is labeled wherever it is shown.
 */
export const isDraft = (pack: ContentPack, passage: Passage): boolean =>
  passage.standing !== "summary" &&
  pack.draftPreamble.some(
    ({ source, standing }) => standing !== "summary" && source === passage.source,
  );

/** Shortens a document's title at the first comma, colon or parenthesis. */
export const toShortTitle = (title: string): string => title.split(/\s*[,:(]/u)[0]?.trim() || title;
