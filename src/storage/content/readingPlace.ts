import type { EnlaceDatabase } from "#storage/database.ts";

/** Where the person was reading last, for the start screen: in guidance that everybody may read. */
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
