import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";

/** What is quoted stands in its source's language, all else in the pack's. */
export const findPassageLanguage = (passage: Passage, pack: ContentPack): Language => {
  const isQuoted = passage.standing === "quoted" || passage.standing === "adopted";
  return (isQuoted && pack.sources[passage.source]?.language) || pack.language;
};
