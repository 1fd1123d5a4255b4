import type { LockRecord } from "#domain/device/lockRecord.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { EnlaceDatabase, PrivateRow, SentRow } from "#storage/database.ts";

type PrivateKey = Pick<PrivateRow, "kind" | "id">;
type Waiting = { readonly entry: OutboxEntry; readonly sent: SentRow };

const privates = new Map<string, PrivateRow>();
const waiting = new Map<EnvelopeId, Waiting>();
let lock: LockRecord | undefined;

/**
 * Remembers sealed rows that are on the screen, so that they can be saved again if the browser
 * clears the storage meanwhile. `storage` calls this for each row that it writes, or reads by id.
 * Derived rows are excluded because they can be made again: the directory's private part and the
 * summaries.
 */
export const keepInMemory = (rows: readonly PrivateRow[]): void => {
  for (const row of rows) if (!isMadeAgain(row.kind)) privates.set(rowToKey(row), row);
};

/** Remembers the lock record, which opens those rows together with the data key in memory. */
export const keepLockInMemory = (record: LockRecord): void => {
  lock = record;
};

/**
 * Remembers an outbox entry. If the endpoint already holds it by then, the id and bytes are the
 * same, so it is held only once (S2).
 */
export const keepEntryInMemory = (entry: OutboxEntry, sent: SentRow): void => {
  waiting.set(entry.envelopeId, { entry, sent });
};

/** Forgets rows that the person removed, so that they are not restored. */
export const forgetInMemory = (keys: readonly PrivateKey[]): void => {
  for (const key of keys) privates.delete(rowToKey(key));
};

/** Forgets entries that are held, taken back, or deleted. */
export const forgetEntriesInMemory = (ids: readonly EnvelopeId[]): void => {
  for (const id of ids) waiting.delete(id);
};

export const forgetEverythingInMemory = (): void => {
  privates.clear();
  waiting.clear();
  lock = undefined;
};

/**
 * Saves the remembered rows in a storage that was cleared, and returns the number of private rows
 * saved. Rows that another tab has written since stay unchanged. Under another lock nothing is
 * saved, because nobody could open it.
 */
export const saveKeptAgain = (database: EnlaceDatabase): Promise<number> =>
  database.transaction(
    "rw",
    [database.privates, database.outbox, database.sent, database.sentBytes, database.singles],
    async () => {
      const found = await database.singles.get("lock");
      if (found?.key === "lock" && found.lock.madeAt !== lock?.madeAt) return 0;
      if (!found && lock) await database.singles.put({ key: "lock", lock });
      const sent = await database.sent.bulkGet([...waiting.keys()]);
      const lost = [...waiting.values()].filter((_, index) => sent[index] === undefined);
      await database.outbox.bulkPut(lost.map(({ entry }) => toPerhapsHeld(entry)));
      await database.sent.bulkPut(lost.map((each) => each.sent));
      await database.sentBytes.bulkPut(
        lost.map(({ entry: { envelopeId, bytes } }) => ({ envelopeId, bytes })),
      );
      const rows = [...privates.values()];
      const existing = await database.privates.bulkGet(rows.map(({ kind, id }) => [kind, id]));
      const missing = rows.filter((_, index) => existing[index] === undefined);
      await database.privates.bulkPut(missing);
      return missing.length;
    },
  );

/**
 * Marks an entry as possibly held: attempts since then are unknown, so it can't simply be taken
 * back (S10).
 */
const toPerhapsHeld = (entry: OutboxEntry): OutboxEntry => {
  const { queuedAt } = entry;
  const state = { type: "waiting", tries: 1, lastTriedAt: queuedAt, dueAt: queuedAt } as const;
  return { ...entry, state: { ...state, failure: { type: "notReached" } } };
};

const isMadeAgain = (kind: PrivateRow["kind"]): boolean =>
  kind === "directory" || kind === "summaries";

const rowToKey = ({ kind, id }: PrivateKey): string => `${kind}/${id}`;
