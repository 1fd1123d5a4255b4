import type { DeskId } from "#domain/desk.ts";
import type { Digest, EnvelopeId } from "#domain/envelope/envelope.ts";
import { mayBeHeld, type OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import { err, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import type { EnlaceDatabase, SentRow } from "#storage/database.ts";
import { listServedDesks } from "#storage/desk/enrolments.ts";
import { forgetEntriesInMemory, keepEntryInMemory } from "#storage/privates/keptInMemory.ts";
import {
  type PrivateChanged,
  type PrivateKey,
  type PrivateRemove,
  type PrivateWrite,
  touchThreads,
  writePrivates,
} from "#storage/privates/privates.ts";
import { toDue } from "./outboxStates.ts";
import { listSentOfThread } from "./sent.ts";

/** An entry before it gets its place in the queue. */
export type OutboxAddition = Omit<OutboxEntry, "sequence" | "state">;

/** An envelope, and the rows written and removed in the same transaction. */
export type Queueing = {
  readonly entry: OutboxAddition;
  readonly privates: readonly PrivateWrite[];
  readonly removes: readonly PrivateRemove[];
};

/** Lists outbox entries in the order in which they were queued. */
export const listOutbox = (database: EnlaceDatabase): Promise<OutboxEntry[]> =>
  database.outbox.orderBy("sequence").toArray();

/**
 * The reason why an envelope was not queued. `deskNotEnrolled`: the desk was revoked while it was
 * being sealed, and nothing was written (S13).
 */
export type QueueRefusal = PrivateChanged | { readonly type: "deskNotEnrolled" };

/**
 * S1: saves the private rows that record the letter as queued, and its envelope in the outbox, or
 * neither.
 */
export const queueEnvelope = (
  database: EnlaceDatabase,
  { entry, privates, removes }: Queueing,
): Promise<Result<void, QueueRefusal>> =>
  database.transaction("rw", listTables(database), async () => {
    if (!(await isServed(database, entry.from))) return err({ type: "deskNotEnrolled" as const });
    const written = await writePrivates(database, privates, removes);
    if (written.ok) await addEntry(database, entry);
    return written;
  });

/**
 * S10, after an attempt to send: stops sending the withdrawn envelope, if it is still here, in this
 * epoch and new ones, and puts the withdrawal in the queue.
 */
export const queueWithdrawal = (
  database: EnlaceDatabase,
  withdrawn: EnvelopeId,
  { entry, privates, removes }: Queueing,
): Promise<Result<void, QueueRefusal>> =>
  database.transaction("rw", listTables(database), async () => {
    if (!(await isServed(database, entry.from))) return err({ type: "deskNotEnrolled" as const });
    const written = await writePrivates(database, privates, removes);
    if (!written.ok) return written;
    await database.outbox.delete(withdrawn);
    await database.sent.update(withdrawn, { withdrawn: true });
    await database.sentBytes.delete(withdrawn);
    forgetEntriesInMemory([withdrawn]);
    await addEntry(database, entry);
    return written;
  });

/**
 * S10, while the endpoint can't hold it: removes the entry and updates the private rows. Refused
 * once it may have been received.
 */
export const cancelUnsent = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  writes: readonly PrivateWrite[],
  removes: readonly PrivateRemove[],
): Promise<Result<void, PrivateChanged | { readonly type: "inquiryTried" }>> =>
  database.transaction("rw", listTables(database), async () => {
    const entry = await database.outbox.get(id);
    if (!entry || mayBeHeld(entry)) return err({ type: "inquiryTried" as const });
    const written = await writePrivates(database, writes, removes);
    if (!written.ok) return written;
    await database.outbox.delete(id);
    await database.sent.delete(id);
    await database.sentBytes.delete(id);
    forgetEntriesInMemory([id]);
    return written;
  });

/**
 * S3: saves a receipt and removes the entry, which otherwise stays in the outbox. The caller has
 * checked `isReceiptFor`.
 */
export const saveReceipt = (database: EnlaceDatabase, receipt: Receipt): Promise<void> =>
  database.transaction("rw", database.outbox, database.sent, database.touched, async () => {
    await database.outbox.delete(receipt.id);
    await database.sent.update(receipt.id, { receipt, lostReceipt: null });
    const sent = await database.sent.get(receipt.id);
    if (sent) await touchThreads(database, [{ id: sent.thread, desk: sent.from }]);
    forgetEntriesInMemory([receipt.id]);
  });

/**
 * Replaces an entry's bytes with ones sealed for other devices under the same id, and makes it due.
 * It is still one message: a receipt for any of its digests is valid (S2). Returns false, and
 * changes nothing, if the entry has left the outbox.
 */
export const replaceSealed = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  { bytes, digest, sealedTo }: Pick<OutboxEntry, "bytes" | "sealedTo"> & { digest: Digest },
): Promise<boolean> =>
  database.transaction("rw", database.outbox, database.sent, database.sentBytes, async () => {
    const entry = await database.outbox.get(id);
    const sent = await database.sent.get(id);
    if (!entry || !sent) return false;
    const changes = { sealedTo, digests: [...entry.digests, digest] };
    const changed = { ...entry, ...changes, bytes, state: toDue(entry.state, entry.queuedAt) };
    await database.outbox.put(changed);
    await database.sent.put({ ...sent, ...changes });
    await database.sentBytes.put({ envelopeId: id, bytes });
    keepEntryInMemory(changed, { ...sent, ...changes });
    return true;
  });

/** Deletes a thread and its outbox entries; the screen has warned what may have arrived. */
export const removeWithOutbox = (
  database: EnlaceDatabase,
  thread: ThreadPlace | undefined,
  removes: readonly PrivateKey[],
): Promise<void> =>
  database.transaction("rw", listTables(database), async () => {
    const sent = thread ? await listSentOfThread(database, thread) : [];
    const ids = sent.map(({ envelopeId }) => envelopeId);
    await database.outbox.bulkDelete(ids);
    await database.sent.bulkDelete(ids);
    await database.sentBytes.bulkDelete(ids);
    await writePrivates(database, [], removes);
    forgetEntriesInMemory(ids);
  });

const isServed = async (database: EnlaceDatabase, desk: DeskId): Promise<boolean> =>
  (await listServedDesks(database)).has(desk);

const listTables = (database: EnlaceDatabase) => [
  database.enrolments,
  database.privates,
  database.singles,
  database.touched,
  database.outbox,
  database.sent,
  database.sentBytes,
];

const addEntry = async (database: EnlaceDatabase, addition: OutboxAddition): Promise<void> => {
  const last = await database.sent.orderBy("sequence").last();
  const sequence = (last?.sequence ?? 0) + 1;
  const entry: OutboxEntry = { ...addition, sequence, state: { type: "queued" } };
  const unheld = { receipt: null, lostReceipt: null, withdrawn: false, notes: [] };
  const { bytes, ...rest } = addition;
  const sent: SentRow = { ...rest, ...unheld, sequence };
  await database.outbox.add(entry);
  await database.sent.add(sent);
  await database.sentBytes.add({ envelopeId: entry.envelopeId, bytes });
  keepEntryInMemory(entry, sent);
};
