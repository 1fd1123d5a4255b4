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
 * Remembers sealed rows that are on the screen, so that they are saved again if the browser clears
 * the storage under them. `storage` itself does so with each row that is written, or read by its id.
 * What nobody wrote here is made again: the directory's private part, and what is said of threads in a line.
 */
export const keepInMemory = (rows: readonly PrivateRow[]): void => {
  for (const row of rows) if (!isMadeAgain(row.kind)) privates.set(rowToKey(row), row);
};

/** What opens those rows: the data key in memory stays the same. */
export const keepLockInMemory = (record: LockRecord): void => {
  lock = record;
};

/** If the endpoint holds it by then, its id and bytes are the same: sent again it is held once (S2). */
export const keepEntryInMemory = (entry: OutboxEntry, sent: SentRow): void => {
  waiting.set(entry.envelopeId, { entry, sent });
};

/** The person removed it: it must not come back. */
export const forgetInMemory = (keys: readonly PrivateKey[]): void => {
  for (const key of keys) privates.delete(rowToKey(key));
};

/** It is held, was taken back, or deleted. */
export const forgetEntriesInMemory = (ids: readonly EnvelopeId[]): void => {
  for (const id of ids) waiting.delete(id);
};

export const forgetEverythingInMemory = (): void => {
  privates.clear();
  waiting.clear();
  lock = undefined;
};

/**
 * Puts what is remembered into a storage that was cleared; how many private rows that were. What is
 * there already, written by another tab since, stays as it is; under another lock nothing is put,
 * since nobody could open it.
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
      const lost = [...waiting.values()].filter((_, place) => sent[place] === undefined);
      await database.outbox.bulkPut(lost.map(({ entry }) => toPerhapsHeld(entry)));
      await database.sent.bulkPut(lost.map((each) => each.sent));
      await database.sentBytes.bulkPut(
        lost.map(({ entry: { envelopeId, bytes } }) => ({ envelopeId, bytes })),
      );
      const rows = [...privates.values()];
      const existing = await database.privates.bulkGet(rows.map(({ kind, id }) => [kind, id]));
      const missing = rows.filter((_, place) => existing[place] === undefined);
      await database.privates.bulkPut(missing);
      return missing.length;
    },
  );

/** How often it was tried since is not known here: it can't simply be taken back (S10). */
const toPerhapsHeld = (entry: OutboxEntry): OutboxEntry => {
  const { queuedAt } = entry;
  const state = { type: "waiting", tries: 1, lastTriedAt: queuedAt, dueAt: queuedAt } as const;
  return { ...entry, state: { ...state, failure: { type: "notReached" } } };
};

const isMadeAgain = (kind: PrivateRow["kind"]): boolean =>
  kind === "directory" || kind === "summaries";

const rowToKey = ({ kind, id }: PrivateKey): string => `${kind}/${id}`;
