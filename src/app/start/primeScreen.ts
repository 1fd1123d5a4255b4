import { hashToPlace } from "#app/places/placeWords.ts";
import { packQuery } from "#features/guidance/reading/packQuery.ts";
import type { AppLanguage } from "#i18n/appLanguage.ts";
import { directoryQuery } from "#storage/content/directoryQuery.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { primeLive } from "#storage/primeLive.ts";

/** Reads what the hash's screen will ask for first. The others' screens read little. */
export const primeScreen = async (
  database: EnlaceDatabase,
  hash: string,
  language: AppLanguage,
): Promise<void> => {
  const place = hashToPlace(hash);
  if (place === "guidance") await primeLive(database, packQuery(language));
  if (place === "directory") await primeLive(database, directoryQuery);
};
