import type { DeskId } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { GrantId, SheetId } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { RegistryRowType, SqliteTables, SqliteTx } from "./sqliteSchema.ts";

/** Appends an envelope or a notice to a desk's feed. */
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

type RegistryLine = {
  readonly type: RegistryRowType;
  readonly subject: GrantId | DeviceId | SheetId;
  readonly file: SignedFile;
};

/** Appends a signed file to the registry. */
export const appendToRegistry = async (
  tx: SqliteTx,
  { type, subject, file }: RegistryLine,
): Promise<void> => {
  const position = await takePosition(tx, "registry");
  const row = { position, type, subject, signer: file.key, file: JSON.stringify(file) };
  await tx.insertInto("registry").values(row).execute();
};

/**
 * [Note: a feed has no gaps] S8: the next position is taken under the list's own row in the
 * transaction that fills it, never from a sequence. A reader at n has therefore seen all below n.
 */
const takePosition = async (tx: SqliteTx, list: DeskId | "registry"): Promise<number> => {
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
