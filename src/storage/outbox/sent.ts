import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import type { EnlaceDatabase, SentRow } from "#storage/database.ts";

/** What this device sent or means to send, in the order in which it was queued. */
export const listSent = (database: EnlaceDatabase): Promise<SentRow[]> =>
  database.sent.orderBy("sequence").toArray();

/** Of this desk's side: one device may serve the other desk of a thread, too. */
export const listSentOfThread = async (
  database: EnlaceDatabase,
  { id, desk }: ThreadPlace,
): Promise<SentRow[]> => {
  const rows = await database.sent.where("thread").equals(id).sortBy("sequence");
  return rows.filter(({ from }) => from === desk);
};

export const findSent = (database: EnlaceDatabase, id: EnvelopeId): Promise<SentRow | undefined> =>
  database.sent.get(id);

/** S11: what changed between writing and sending is kept with it, each once. */
export const saveSentNotes = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  notes: SentRow["notes"],
): Promise<void> =>
  database.transaction("rw", database.sent, async () => {
    const row = await database.sent.get(id);
    if (row) await database.sent.put({ ...row, notes: [...new Set([...row.notes, ...notes])] });
  });
