import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";

/** One passage in the reader's language and, when it is compared, in another. */
export type PassagePair = {
  readonly id: string;
  readonly first: Passage;
  readonly second: Passage | null;
};

/** Passages that follow each other and share standing, source and date: one line says it for all. */
type PassageRun = { readonly pairs: readonly PassagePair[] };

/** The passages of two packs side by side, by id. */
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

/** Whether two passages are of one standing, source and date. */
export const hasSameProvenance = (one: Passage, other: Passage): boolean =>
  passageProvenance(one) === passageProvenance(other);

const provenance = ({ first, second }: PassagePair): string =>
  passageProvenance(first) + (second ? passageProvenance(second) : "");

const passageProvenance = ({ standing, source, asOf }: Passage): string =>
  `${standing} ${source} ${asOf}`;

/** What is quoted stands in its source's language, all else in the pack's. */
export const findPassageLanguage = (passage: Passage, pack: ContentPack): Language => {
  const isQuoted = passage.standing === "quoted" || passage.standing === "adopted";
  return (isQuoted && pack.sources[passage.source]?.language) || pack.language;
};

/** Whether the words are those of the draft, which are not the adopted ones: said wherever shown. */
export const isDraft = (pack: ContentPack, passage: Passage): boolean =>
  passage.standing !== "summary" &&
  pack.draftPreamble.some(
    ({ source, standing }) => standing !== "summary" && source === passage.source,
  );

/** A document's name without what follows the first comma, colon or parenthesis. */
export const toShortTitle = (title: string): string => title.split(/\s*[,:(]/u)[0]?.trim() || title;
