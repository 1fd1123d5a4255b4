import type { ThreadId } from "#domain/envelope.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "./database.ts";

/** The newest change first. */
export const listInquiries = async (database: EnlaceDatabase): Promise<InquiryRecord[]> =>
  (await database.inquiries.orderBy("changedAt").toArray()).toReversed();

export const findInquiry = (
  database: EnlaceDatabase,
  id: ThreadId,
): Promise<InquiryRecord | undefined> => database.inquiries.get(id);

/**
 * Keeps a draft as typed. Refused once the inquiry has been queued: what went is not changed by a
 * tab that still shows the form.
 */
export const saveInquiryDraft = (
  database: EnlaceDatabase,
  record: InquiryRecord,
): Promise<Result<void, { type: "inquiryNoDraft" }>> =>
  database.transaction("rw", database.inquiries, async () => {
    const held = await database.inquiries.get(record.id);
    if (held && held.progress.type !== "draft") return err({ type: "inquiryNoDraft" as const });
    await database.inquiries.put({ ...record, progress: { type: "draft" } });
    return ok(undefined);
  });

/** Changes what is said about an inquiry (calls, other ways), never its content or progress. */
export const saveInquiryNotes = (
  database: EnlaceDatabase,
  id: ThreadId,
  notes: Pick<InquiryRecord, "calls" | "otherWays">,
): Promise<void> =>
  database.transaction("rw", database.inquiries, async () => {
    await database.inquiries.update(id, { calls: notes.calls, otherWays: notes.otherWays });
  });
