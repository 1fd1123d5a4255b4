import type { EditionRow, EnlaceDatabase } from "./database.ts";

/** Replaces the held edition; `domain/chooseEdition.ts` has decided before. */
export const saveEdition = (
  database: EnlaceDatabase,
  row: Omit<EditionRow, "key">,
): Promise<void> =>
  database.transaction("rw", database.editions, async () => {
    await database.editions.put({ key: "held", ...row });
  });

export const findEdition = (database: EnlaceDatabase): Promise<EditionRow | undefined> =>
  database.editions.get("held");
