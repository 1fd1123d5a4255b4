import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";

/** Whether the words are those of the draft, which are not the adopted ones: said wherever shown. */
export const isDraft = (pack: ContentPack, passage: Passage): boolean =>
  passage.standing !== "summary" &&
  pack.draftPreamble.some(
    ({ source, standing }) => standing !== "summary" && source === passage.source,
  );
