import type { ThreadId } from "#domain/envelope.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { OutboxEntry } from "#domain/outboxEntry.ts";
import type { EnlaceDatabase } from "./database.ts";

/** An inquiry and what of it is in the outbox, read in one transaction: the two never disagree. */
export type InquiryState = {
  readonly record: InquiryRecord;
  readonly outbox: readonly OutboxEntry[];
};

/** The newest change first. */
export const listInquiryStates = (database: EnlaceDatabase): Promise<InquiryState[]> =>
  database.transaction("r", database.inquiries, database.outbox, async () => {
    const records = await database.inquiries.orderBy("changedAt").toArray();
    const entries = await database.outbox.toArray();
    return records.toReversed().map((record) => ({
      record,
      outbox: entries.filter((entry) => entry.thread === record.id),
    }));
  });

/** Undefined if this device keeps no such inquiry. */
export const findInquiryState = (
  database: EnlaceDatabase,
  id: ThreadId,
): Promise<InquiryState | undefined> =>
  database.transaction("r", database.inquiries, database.outbox, async () => {
    const record = await database.inquiries.get(id);
    const outbox = await database.outbox.where("thread").equals(id).toArray();
    return record && { record, outbox };
  });
