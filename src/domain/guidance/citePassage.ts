import type { Day } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { ContentPack, Passage, Standing } from "./contentPack.ts";

/** What a paragraph must carry along when it is copied; the words between come from the screen. */
export type Citation = {
  readonly text: string;
  readonly language: Language;
  readonly standing: Standing;
  readonly sourceTitle: string;
  /** The source's own language: a translation says what it was made from. */
  readonly sourceLanguage: Language;
  /** `2024`, `2019-04` or `2019-04-24`, as exactly as it is known. */
  readonly sourceDate: string;
  readonly asOf: Day;
};

/** The parts of a citation of a passage; a source that the pack doesn't name is cited by its key. */
export const citePassage = (pack: ContentPack, passage: Passage): Citation => {
  const source = pack.sources[passage.source];
  return {
    text: passage.text,
    language: pack.language,
    standing: passage.standing,
    sourceTitle: source?.title ?? passage.source,
    sourceLanguage: source?.language ?? pack.language,
    sourceDate: source?.date ?? passage.asOf,
    asOf: passage.asOf,
  };
};
