import type { EnlaceDatabase, SingleRow } from "#storage/database.ts";

export type RevokedWord = Omit<Extract<SingleRow, { key: "revoked" }>, "key">;

/** S13: kept where the next page finds it; a worker that erased has nobody to tell. */
export const saveRevokedWord = async (
  database: EnlaceDatabase,
  word: RevokedWord,
): Promise<void> => {
  await database.singles.put({ key: "revoked", ...word });
};

/** Undefined where nothing was revoked, or the person has read of it. */
export const findRevokedWord = async (
  database: EnlaceDatabase,
): Promise<RevokedWord | undefined> => {
  const row = await database.singles.get("revoked");
  return row?.key === "revoked" ? row : undefined;
};

/** The person has read it. */
export const forgetRevokedWord = (database: EnlaceDatabase): Promise<void> =>
  database.singles.delete("revoked");
