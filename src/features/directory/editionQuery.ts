import type { EditionRow } from "#storage/database.ts";
import { findEdition } from "#storage/editions.ts";
import type { LiveQuery } from "#storage/primeLive.ts";

/** What every page of the directory reads: the held edition. */
export const editionQuery: LiveQuery<EditionRow | undefined> = {
  key: "edition",
  read: findEdition,
};
