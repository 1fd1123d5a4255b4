import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";
import type { EnlaceDatabase } from "#storage/database.ts";

/** Saves all packs or none: a reader compares languages side by side. */
export const saveContentPacks = (
  database: EnlaceDatabase,
  packs: readonly ContentPack[],
  version: number,
): Promise<void> =>
  database.transaction("rw", database.packs, database.singles, async () => {
    await database.packs.bulkPut([...packs]);
    await database.singles.put({ key: "content", version });
  });

/** Finds the version of the saved packs, without reading them; undefined before the first copy. */
export const findContentVersion = async (database: EnlaceDatabase): Promise<number | undefined> => {
  const row = await database.singles.get("content");
  return row?.key === "content" ? row.version : undefined;
};

/** Finds the guidance in one language; undefined before the first copy is complete. */
export const findContentPack = (
  database: EnlaceDatabase,
  language: Language,
): Promise<ContentPack | undefined> => database.packs.get(language);

export const listContentPacks = (database: EnlaceDatabase): Promise<ContentPack[]> =>
  database.packs.toArray();

/** Finds where the person last read in the public guidance, for the start screen. */
export const findReadingPlace = async (
  database: EnlaceDatabase,
): Promise<{ href: string; title: string } | undefined> => {
  const row = await database.singles.get("reading");
  return row?.key === "reading" ? { href: row.href, title: row.title } : undefined;
};

export const saveReadingPlace = async (
  database: EnlaceDatabase,
  place: { href: string; title: string },
): Promise<void> => {
  await database.singles.put({ key: "reading", ...place });
};
