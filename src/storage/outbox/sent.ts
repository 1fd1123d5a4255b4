import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { Epoch } from "#domain/envelope/receipt.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import type { EnlaceDatabase, SentRow } from "#storage/database.ts";
import { touchThreads } from "#storage/privates/privates.ts";

/** Lists envelopes that this device sent or has queued, in the order in which they were queued. */
export const listSent = (database: EnlaceDatabase): Promise<SentRow[]> =>
  database.sent.orderBy("sequence").toArray();

/** Lists a desk's envelopes of a thread; the device may serve the other desk as well. */
export const listSentOfThread = async (
  database: EnlaceDatabase,
  { id, desk }: ThreadPlace,
): Promise<SentRow[]> => {
  const rows = await database.sent.where("thread").equals(id).sortBy("sequence");
  return rows.filter(({ from }) => from === desk);
};

export const findSent = (database: EnlaceDatabase, id: EnvelopeId): Promise<SentRow | undefined> =>
  database.sent.get(id);

/** S11: saves notes of changes between writing and sending, each once. */
export const saveSentNotes = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  notes: SentRow["notes"],
): Promise<void> =>
  database.transaction("rw", database.sent, async () => {
    const row = await database.sent.get(id);
    if (row) await database.sent.put({ ...row, notes: [...new Set([...row.notes, ...notes])] });
  });

/**
 * S12: puts envelopes that an earlier epoch of the endpoint held in the outbox again, at their old
 * places with the same bytes, and no longer treats them as held. Envelopes that were taken back are
 * not sent again. Call it inside a transaction over `sent`, `sentBytes`, `touched` and the outbox.
 */
export const requeueSent = async (
  database: EnlaceDatabase,
  desk: DeskId,
  epoch: Epoch,
): Promise<void> => {
  const ofDesk = await database.sent.filter((row) => row.from === desk && !row.withdrawn).toArray();
  const lost = ofDesk.flatMap((row) =>
    row.receipt && row.receipt.epoch !== epoch ? [{ row, receipt: row.receipt }] : [],
  );
  const bytes = await database.sentBytes.bulkGet(lost.map(({ row }) => row.envelopeId));
  await database.outbox.bulkPut(
    lost.flatMap(({ row }, index) => {
      const existing = bytes[index];
      return existing ? [sentToEntry(row, existing.bytes)] : [];
    }),
  );
  await database.sent.bulkPut(
    lost.map(({ row, receipt }) => ({ ...row, receipt: null, lostReceipt: receipt })),
  );
  await touchThreads(
    database,
    lost.map(({ row }) => ({ id: row.thread, desk })),
  );
};

/**
 * Converts a sent envelope to an entry that waits after an attempt: it was received once, so it
 * can't simply be taken back (S10). It is due since a time of this device's clock, because the
 * receipt's clock may be ahead.
 */
const sentToEntry = (row: SentRow, bytes: string): OutboxEntry => {
  const { envelopeId, thread, kind, from, to, sealedTo, sequence, digests, queuedAt } = row;
  const failure = { type: "endpointRestored" } as const;
  return {
    envelopeId,
    thread,
    kind,
    from,
    to,
    sealedTo,
    sequence,
    bytes,
    digests,
    queuedAt,
    state: { type: "waiting", tries: 1, lastTriedAt: queuedAt, dueAt: queuedAt, failure },
  };
};
