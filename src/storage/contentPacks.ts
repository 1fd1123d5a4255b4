import type { ContentPack } from "#domain/contentPack.ts";
import type { Language } from "#domain/language.ts";
import type { EnlaceDatabase } from "./database.ts";

/** Keeps all packs or none: a reader compares languages side by side. */
export const saveContentPacks = (
  database: EnlaceDatabase,
  packs: readonly ContentPack[],
): Promise<void> =>
  database.transaction("rw", database.packs, async () => {
    await database.packs.bulkPut([...packs]);
  });

/** The guidance in one language; undefined before the first copy is complete. */
export const findContentPack = (
  database: EnlaceDatabase,
  language: Language,
): Promise<ContentPack | undefined> => database.packs.get(language);

export const listContentPacks = (database: EnlaceDatabase): Promise<ContentPack[]> =>
  database.packs.toArray();
