import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { EnlaceDatabase, NoticeWords, Subscribed } from "#storage/database.ts";

/** Lists how this device is notified for each of its desks, as the endpoint last confirmed. */
export const listSubscribed = async (database: EnlaceDatabase): Promise<readonly Subscribed[]> => {
  const row = await database.singles.get("notices");
  return row?.key === "notices" ? row.subscribed : [];
};

/** Saves a device's subscription in place of the old one; a device with no channel gets no row. */
export const saveSubscribed = (database: EnlaceDatabase, row: Subscribed): Promise<void> =>
  database.transaction("rw", database.singles, async () => {
    const isWanted = row.pushEndpoint !== null || row.mailDigest !== null;
    await replace(database, row.device, isWanted ? [row] : []);
  });

/** Removes a device that is no longer enrolled. Call it inside a transaction over `singles`. */
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

/** Finds the notification texts; undefined before the app was first shown. */
export const findNoticeWords = async (
  database: EnlaceDatabase,
): Promise<NoticeWords | undefined> => {
  const row = await database.singles.get("noticeWords");
  return row?.key === "noticeWords" ? row : undefined;
};

/** Saves the notification texts only if they have changed, because this runs at every start. */
export const saveNoticeWords = async (
  database: EnlaceDatabase,
  words: NoticeWords,
): Promise<void> => {
  const found = await findNoticeWords(database);
  if (found?.title === words.title && found.message === words.message) return;
  await database.singles.put({ key: "noticeWords", ...words });
};
