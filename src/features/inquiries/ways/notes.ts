import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { findInquiry, saveInquiry } from "#sealing/records/inquiries.ts";
import type { FindError, SaveError } from "#sealing/records/privateRecords.ts";
import type { PrivateDeps } from "#sealing/vault/sealingDeps.ts";

export type Notes = Pick<InquiryRecord, "calls" | "otherWays">;
export type NotesError = SaveError | FindError | { readonly type: "inquiryNotSent" };

/**
 * Changes what is said about a queued inquiry (calls, other ways), never its content or progress.
 * What another window wrote meanwhile is read again, once.
 */
export const saveNotes = async (
  deps: PrivateDeps,
  id: ThreadId,
  notes: Notes,
): Promise<Result<void, NotesError>> => {
  const saved = await saveOver(deps, id, notes);
  return !saved.ok && saved.error.type === "privateChanged" ? saveOver(deps, id, notes) : saved;
};

const saveOver = async (
  deps: PrivateDeps,
  id: ThreadId,
  { calls, otherWays }: Notes,
): Promise<Result<void, NotesError>> => {
  const held = await findInquiry(deps, id);
  if (!held.ok) return held;
  if (!held.value) return err({ type: "inquiryNotSent" });
  const { value, rev } = held.value;
  const saved = await saveInquiry(deps, { ...value, calls, otherWays }, rev);
  return saved.ok ? ok(undefined) : saved;
};
