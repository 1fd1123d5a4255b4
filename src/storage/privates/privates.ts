import { Dexie } from "dexie";
import { err, ok, type Result } from "#domain/result.ts";
import { distinctPlaces, keyToPlace, type ThreadPlace } from "#domain/thread/thread.ts";
import {
  type EnlaceDatabase,
  type PrivateKind,
  type PrivateRow,
  privateKinds,
  type TouchedRow,
} from "#storage/database.ts";
import { forgetInMemory, keepInMemory } from "./keptInMemory.ts";

export type PrivateKey = Pick<PrivateRow, "kind" | "id">;

/** A row that `sealing` made, and the `rev` of the row that it replaces: 0 if there was none. */
export type PrivateWrite = {
  readonly row: Omit<PrivateRow, "rev">;
  readonly expectedRev: number;
};

/**
 * A row to remove, and the `rev` that was read, so that another tab's concurrent change is not
 * lost. Without `expectedRev` the row is removed in any state.
 */
export type PrivateRemove = PrivateKey & { readonly expectedRev?: number };

/** Another tab has written or removed the row since it was read. Nothing was written. */
export type PrivateChanged = { readonly type: "privateChanged" };

/** Finds a row, if any, and remembers it in case the storage is cleared meanwhile. */
export const findPrivate = async (
  database: EnlaceDatabase,
  kind: PrivateKind,
  id: string,
): Promise<PrivateRow | undefined> => {
  const row = await database.privates.get([kind, id]);
  if (row) keepInMemory([row]);
  return row;
};

export const listPrivates = (database: EnlaceDatabase, kind: PrivateKind): Promise<PrivateRow[]> =>
  database.privates.where("kind").equals(kind).toArray();

/** Counts the rows of each kind; a locked device may still show this. */
export const countPrivates = async (
  database: EnlaceDatabase,
): Promise<Readonly<Record<PrivateKind, number>>> => {
  const counts = privateKinds.map(
    async (kind) => [kind, await database.privates.where("kind").equals(kind).count()] as const,
  );
  // Every kind has an entry, because the list defines the type.
  return Object.fromEntries(await Promise.all(counts)) as Record<PrivateKind, number>;
};

/** Saves `row` as `expectedRev + 1` if `expectedRev` is still current; 0 for a new row. */
export const savePrivate = (
  database: EnlaceDatabase,
  row: PrivateWrite["row"],
  expectedRev: number,
): Promise<Result<void, PrivateChanged>> => changePrivates(database, [{ row, expectedRev }], []);

/** Writes and removes all of the rows, or none. */
export const changePrivates = (
  database: EnlaceDatabase,
  writes: readonly PrivateWrite[],
  removes: readonly PrivateRemove[],
): Promise<Result<void, PrivateChanged>> =>
  database.transaction("rw", database.privates, database.singles, database.touched, () =>
    writePrivates(database, writes, removes),
  );

export const removePrivate = (
  database: EnlaceDatabase,
  kind: PrivateKind,
  id: string,
): Promise<void> =>
  database.transaction("rw", database.privates, async () => {
    await database.privates.delete([kind, id]);
    forgetInMemory([{ kind, id }]);
  });

/**
 * Writes and removes private rows inside a transaction over `privates`, `singles` and `touched`;
 * checks every `rev` before it changes any row. Throws if there is no lock record: the storage was
 * cleared, or private data erased, in another tab, and nobody could ever open a row written now.
 */
export const writePrivates = async (
  database: EnlaceDatabase,
  writes: readonly PrivateWrite[],
  removes: readonly PrivateRemove[],
): Promise<Result<void, PrivateChanged>> => {
  if (writes.length > 0 && !(await database.singles.get("lock"))) {
    throw new Dexie.DatabaseClosedError("no lock record to write under");
  }
  const expected = [...writes.map(({ row, expectedRev }) => ({ ...row, expectedRev })), ...removes];
  const found = await database.privates.bulkGet(expected.map(({ kind, id }) => [kind, id]));
  const isCurrent = expected.every(
    ({ expectedRev }, index) =>
      expectedRev === undefined || (found[index]?.rev ?? 0) === expectedRev,
  );
  if (!isCurrent) return err({ type: "privateChanged" });
  const rows = writes.map(({ row, expectedRev }) => ({ ...row, rev: expectedRev + 1 }));
  await database.privates.bulkPut(rows);
  await database.privates.bulkDelete(removes.map(({ kind, id }) => [kind, id]));
  await touchThreads(database, [...writes.map(({ row }) => row), ...removes].flatMap(listPlaces));
  Dexie.currentTransaction?.on("complete", () => {
    keepInMemory(rows);
    forgetInMemory(removes);
  });
  return ok(undefined);
};

const listPlaces = ({ kind, id }: PrivateKey): readonly ThreadPlace[] => {
  const place = kind === "thread" ? keyToPlace(id) : undefined;
  return place ? [place] : [];
};

/**
 * Marks threads whose summaries are now out of date. Call it inside the transaction that changes
 * anything that a thread's state is derived from, except the outbox, which is always read again.
 */
export const touchThreads = async (
  database: EnlaceDatabase,
  places: readonly ThreadPlace[],
): Promise<void> => {
  // A transaction that touches no thread need not include the table.
  if (places.length === 0) return;
  await database.touched.bulkAdd(distinctPlaces(places));
};

export const listTouched = (database: EnlaceDatabase): Promise<TouchedRow[]> =>
  database.touched.toArray();
