import { createInquiryDraft } from "#domain/createInquiryDraft.ts";
import type { DeskAddress } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope.ts";
import type { InquiryDraft } from "#domain/inquiryDraft.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listEnrolments } from "#storage/enrolments.ts";
import { listInquiries, saveInquiryDraft } from "#storage/inquiries.ts";
import { findProfile } from "#storage/profile.ts";

export type InquiryBeginning = {
  readonly id: ThreadId;
  readonly to: DeskAddress | undefined;
  readonly now: Instant;
  readonly zone: string;
  readonly language: Language;
};

/**
 * A new draft, already kept, by its id. A draft that was begun and never touched is taken up
 * again, so that looking at the form leaves no trail of empty ones.
 */
export const beginInquiry = async (
  database: EnlaceDatabase,
  { id, to, now, zone, language }: InquiryBeginning,
): Promise<ThreadId> => {
  const [profile, enrolments, inquiries] = await Promise.all([
    findProfile(database),
    listEnrolments(database),
    listInquiries(database),
  ]);
  const draft = createInquiryDraft({ profile, enrolments, zone, language, to });
  const untouched = inquiries.find(isUntouched);
  const record = createRecord(untouched?.id ?? id, now, draft);
  await saveInquiryDraft(database, record);
  return record.id;
};

/** A copy of what was written, to be written again as a new inquiry, by its id. */
export const copyInquiry = async (
  database: EnlaceDatabase,
  id: ThreadId,
  draft: InquiryDraft,
  now: Instant,
): Promise<ThreadId> => {
  // Who is entitled to say so says it anew for each inquiry.
  const record = createRecord(id, now, { ...draft, nationalSecurityConfirmed: false });
  await saveInquiryDraft(database, { ...record, step: "review" });
  return id;
};

const isUntouched = ({ progress, step, draft, createdAt, changedAt }: InquiryRecord): boolean =>
  progress.type === "draft" &&
  changedAt === createdAt &&
  step === "contact" &&
  draft.nature.text === "";

const createRecord = (id: ThreadId, now: Instant, draft: InquiryDraft): InquiryRecord => ({
  id,
  createdAt: now,
  changedAt: now,
  step: "contact",
  draft,
  calls: [],
  otherWays: [],
  progress: { type: "draft" },
});
