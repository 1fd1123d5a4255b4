import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";
import { findContentPack } from "#storage/content/contentPacks.ts";
import type { LiveQuery } from "#storage/useLive.ts";

/** The query of every page of guidance: one content pack. */
export const packQuery = (language: Language): LiveQuery<ContentPack | undefined> => ({
  key: `pack ${language}`,
  read: (database) => findContentPack(database, language),
});
