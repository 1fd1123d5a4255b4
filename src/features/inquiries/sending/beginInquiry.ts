import type { DeskAddress } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { createInquiryDraft, type InquiryDraft } from "#domain/inquiry/inquiryDraft.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { ok, type Result } from "#domain/result.ts";
import type { FindError, SaveError } from "#sealing/records/privateRecords.ts";
import { findProfile, listDrafts, saveDraft } from "#sealing/records/records.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { tryStorage } from "#storage/storageError.ts";

type InquiryBeginning = {
  readonly id: ThreadId;
  readonly to: DeskAddress | undefined;
  readonly now: Instant;
  readonly zone: string;
  readonly language: Language;
};

export type BeginError = FindError | SaveError;

/**
 * Saves a new draft and returns its id. A draft that was begun and never changed is reused, so that
 * opening the form leaves no trail of empty ones.
 */
export const beginInquiry = async (
  deps: PrivateDeps,
  { id, to, now, zone, language }: InquiryBeginning,
): Promise<Result<ThreadId, BeginError>> => {
  const [profile, drafts, enrolments] = await Promise.all([
    findProfile(deps),
    listDrafts(deps),
    tryStorage(() => listEnrolments(deps.database)),
  ]);
  if (!profile.ok) return profile;
  if (!drafts.ok) return drafts;
  if (!enrolments.ok) return enrolments;
  const known = { profile: profile.value.value, enrolments: enrolments.value };
  const draft = createInquiryDraft({ ...known, zone, language, to });
  const untouched = drafts.value.kept.find(({ value }) => isUntouched(value));
  const record = createRecord(untouched?.value.id ?? id, now, draft);
  const saved = await saveDraft(deps, record, untouched?.rev ?? 0);
  return saved.ok ? ok(record.id) : saved;
};

/** Copies an inquiry's content into a new draft and returns its id. */
export const copyInquiry = async (
  deps: PrivateDeps,
  id: ThreadId,
  draft: InquiryDraft,
  now: Instant,
): Promise<Result<ThreadId, SaveError>> => {
  // The person entitled to confirm this confirms it again for each inquiry.
  const record = createRecord(id, now, { ...draft, nationalSecurityConfirmed: false });
  const saved = await saveDraft(deps, { ...record, step: "review" }, 0);
  return saved.ok ? ok(id) : saved;
};

const isUntouched = ({ step, draft, createdAt, changedAt }: InquiryRecord): boolean =>
  changedAt === createdAt && step === "contact" && draft.nature.text === "";

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
