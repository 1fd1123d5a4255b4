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

/** A row as `sealing` made it, and the `rev` of the one that it was made from: 0 if there was none. */
export type PrivateWrite = {
  readonly row: Omit<PrivateRow, "rev">;
  readonly expectedRev: number;
};

/**
 * What is removed, and the `rev` of the row that was read: what another tab writes at that moment is
 * else lost. Without it the row goes as it is.
 */
export type PrivateRemove = PrivateKey & { readonly expectedRev?: number };

/** Another tab has written or removed the row since it was read. Nothing was written. */
export type PrivateChanged = { readonly type: "privateChanged" };

/** Undefined if there is none. Remembered, in case that the storage is cleared under the screen. */
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

/** What a locked device may still say: how many there are of each. */
export const countPrivates = async (
  database: EnlaceDatabase,
): Promise<Readonly<Record<PrivateKind, number>>> => {
  const counts = privateKinds.map(
    async (kind) => [kind, await database.privates.where("kind").equals(kind).count()] as const,
  );
  // Every kind has its entry: the list is the type.
  return Object.fromEntries(await Promise.all(counts)) as Record<PrivateKind, number>;
};

/** Writes `row` under `expectedRev + 1`, if that is what it was made from; 0: if it is new. */
export const savePrivate = (
  database: EnlaceDatabase,
  row: PrivateWrite["row"],
  expectedRev: number,
): Promise<Result<void, PrivateChanged>> => changePrivates(database, [{ row, expectedRev }], []);

/** All of the rows, or none of them. */
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
 * Inside a transaction over `privates`, `singles` and `touched`: looks at every `rev` before it changes any row.
 * Throws where there is no lock record: the storage was cleared, or the device left, in another tab,
 * and nobody could ever open what is written now.
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
    ({ expectedRev }, place) =>
      expectedRev === undefined || (found[place]?.rev ?? 0) === expectedRev,
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
 * Inside the transaction that changes anything a thread's state is told by: its summary is out of
 * date from here on. What stands in the outbox needs no such mark: it is always looked at anew.
 */
export const touchThreads = async (
  database: EnlaceDatabase,
  places: readonly ThreadPlace[],
): Promise<void> => {
  // So that a transaction which touches none need not be over the table.
  if (places.length === 0) return;
  await database.touched.bulkAdd(distinctPlaces(places));
};

export const listTouched = (database: EnlaceDatabase): Promise<TouchedRow[]> =>
  database.touched.toArray();
