import type { EnlaceDatabase, SingleRow } from "#storage/database.ts";

export type RevocationReport = Omit<Extract<SingleRow, { key: "revoked" }>, "key">;

/** S13: kept where the next page finds it; a worker that erased has nobody to tell. */
export const saveRevocationReport = async (
  database: EnlaceDatabase,
  report: RevocationReport,
): Promise<void> => {
  await database.singles.put({ key: "revoked", ...report });
};

/** Undefined where nothing was revoked, or the person has read of it. */
export const findRevocationReport = async (
  database: EnlaceDatabase,
): Promise<RevocationReport | undefined> => {
  const row = await database.singles.get("revoked");
  return row?.key === "revoked" ? row : undefined;
};

/** The person has read it. */
export const forgetRevocationReport = (database: EnlaceDatabase): Promise<void> =>
  database.singles.delete("revoked");
