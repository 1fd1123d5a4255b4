import { takePosition } from "./positions.ts";
import type { SqliteTables, SqliteTx } from "./sqliteTables.ts";

/** Sets an envelope or a notice at the end of a desk's feed. */
export const appendToFeed = async (
  tx: SqliteTx,
  row: Omit<SqliteTables["feeds"], "position">,
): Promise<void> => {
  const position = await takePosition(tx, row.desk);
  await tx
    .insertInto("feeds")
    .values({ ...row, position })
    .execute();
};
