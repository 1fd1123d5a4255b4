import type { DeskId } from "#domain/desk.ts";
import type { SqliteTables, SqliteTx } from "./sqliteSchema.ts";

/**
 * [Note: a feed has no gaps] S8: the next position is taken under the list's own row in the
 * transaction that fills it, never from a sequence. A reader at n has therefore seen all below n.
 */
export const takePosition = async (tx: SqliteTx, list: DeskId | "registry"): Promise<number> => {
  const row = await tx
    .insertInto("lists")
    .values({ list, position: 1 })
    .onConflict((conflict) =>
      conflict.column("list").doUpdateSet((eb) => ({ position: eb("lists.position", "+", 1) })),
    )
    .returning("position")
    .executeTakeFirstOrThrow();
  return row.position;
};

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
