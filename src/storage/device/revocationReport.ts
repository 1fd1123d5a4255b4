import type { EnlaceDatabase, SingleRow } from "#storage/database.ts";

export type RevocationReport = Omit<Extract<SingleRow, { key: "revoked" }>, "key">;

/** S13: saves a report for the next page to show, because a worker has no screen. */
export const saveRevocationReport = async (
  database: EnlaceDatabase,
  report: RevocationReport,
): Promise<void> => {
  await database.singles.put({ key: "revoked", ...report });
};

/** Finds the report; undefined if nothing was revoked, or the person has read it. */
export const findRevocationReport = async (
  database: EnlaceDatabase,
): Promise<RevocationReport | undefined> => {
  const row = await database.singles.get("revoked");
  return row?.key === "revoked" ? row : undefined;
};

/** Removes the report after the person has read it. */
export const forgetRevocationReport = (database: EnlaceDatabase): Promise<void> =>
  database.singles.delete("revoked");
