import type { DeskId } from "#domain/desk.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { type ArrivedEnvelope, listTroubled } from "./arrived.ts";

/** What came for a desk and was sealed before this device joined it, with its bytes, in the feed's order. */
export const listClosed = async (
  database: EnlaceDatabase,
  desk: DeskId,
): Promise<readonly ArrivedEnvelope[]> =>
  (await listTroubled(database)).filter(
    (row) => row.desk === desk && row.problem?.type === "notSealedToUs",
  );
