import type { DeskId } from "#domain/desk.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listClosed } from "./listClosed.ts";

/** How many letters came for a desk that this device can't open by itself; notes are not counted. */
export const countClosed = async (database: EnlaceDatabase, desk: DeskId): Promise<number> =>
  (await listClosed(database, desk)).filter(({ kind }) => kind !== "note" && kind !== "handover")
    .length;
