import { emptyProfile, type Profile } from "#domain/profile.ts";
import type { EnlaceDatabase } from "./database.ts";

export const findProfile = async (database: EnlaceDatabase): Promise<Profile> => {
  const row = await database.singles.get("profile");
  return row?.key === "profile" ? row.profile : emptyProfile;
};

export const saveProfile = async (database: EnlaceDatabase, profile: Profile): Promise<void> => {
  await database.singles.put({ key: "profile", profile });
};

/** Where the person was reading last, for the start screen. */
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
