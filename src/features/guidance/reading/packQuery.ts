import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";
import { findContentPack } from "#storage/content/contentPacks.ts";
import type { LiveQuery } from "#storage/useLive.ts";

/** What every page of guidance reads: one pack. */
export const packQuery = (language: Language): LiveQuery<ContentPack | undefined> => ({
  key: `pack ${language}`,
  read: (database) => findContentPack(database, language),
});
