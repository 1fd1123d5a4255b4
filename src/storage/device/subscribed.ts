import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { EnlaceDatabase, NoticeWords, Subscribed } from "#storage/database.ts";

/** Where this device's desks are told that something waits, as the endpoint last answered. */
export const listSubscribed = async (database: EnlaceDatabase): Promise<readonly Subscribed[]> => {
  const row = await database.singles.get("notices");
  return row?.key === "notices" ? row.subscribed : [];
};

/** In the place of what was known of that device; nothing is kept of one that is told nowhere. */
export const saveSubscribed = (database: EnlaceDatabase, row: Subscribed): Promise<void> =>
  database.transaction("rw", database.singles, async () => {
    const isWanted = row.pushEndpoint !== null || row.mailDigest !== null;
    await replace(database, row.device, isWanted ? [row] : []);
  });

/** Inside a transaction over `singles`: the device is enrolled no more. */
export const removeSubscribed = (database: EnlaceDatabase, device: DeviceId): Promise<void> =>
  replace(database, device, []);

const replace = async (
  database: EnlaceDatabase,
  device: DeviceId,
  rows: readonly Subscribed[],
): Promise<void> => {
  const others = (await listSubscribed(database)).filter((row) => row.device !== device);
  const subscribed = [...others, ...rows];
  if (subscribed.length === 0) await database.singles.delete("notices");
  else await database.singles.put({ key: "notices", subscribed });
};

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
  const found = await findNoticeWords(database);
  if (found?.title === words.title && found.message === words.message) return;
  await database.singles.put({ key: "noticeWords", ...words });
};
