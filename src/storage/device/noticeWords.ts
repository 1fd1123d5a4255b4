import type { EnlaceDatabase, NoticeWords } from "#storage/database.ts";

/** Undefined before the app was ever shown. */
export const findNoticeWords = async (
  database: EnlaceDatabase,
): Promise<NoticeWords | undefined> => {
  const row = await database.singles.get("noticeWords");
  return row?.key === "noticeWords" ? row : undefined;
};

/** Writes only what has changed: every start passes here. */
export const saveNoticeWords = async (
  database: EnlaceDatabase,
  words: NoticeWords,
): Promise<void> => {
  const held = await findNoticeWords(database);
  if (held?.title === words.title && held.message === words.message) return;
  await database.singles.put({ key: "noticeWords", ...words });
};
