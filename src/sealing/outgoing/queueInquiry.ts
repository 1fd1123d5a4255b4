import { deskToId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import { findDraft, planInquiryWrite } from "#sealing/records/records.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { removeWithOutbox } from "#storage/outbox/outbox.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { type QueueLetterError, queueLetter } from "./queueLetter.ts";

/**
 * S1. The draft becomes an inquiry, with its thread and its entry in the outbox, or stays a draft.
 * `inquiryNoDraft` if another tab was first, `privateChanged` if one wrote more to it meanwhile.
 */
export const queueInquiry = async (
  deps: SealingDeps,
  id: ThreadId,
  content: InquiryContent,
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  const { from, to, urgency } = content;
  const read = await findDraft(deps, id);
  if (!read.ok) return read;
  return queueLetter(
    deps,
    { thread: id, from, to, urgency, content },
    {
      planBesides: async ({ envelopeId, queuedAt }) => {
        const draft = await findDraft(deps, id);
        if (!draft.ok) return draft;
        if (!draft.value) return err({ type: "inquiryNoDraft" });
        // What was written since isn't in `content`, and would go with the draft.
        const { rev: expectedRev } = draft.value;
        if (expectedRev !== read.value?.rev) return err({ type: "privateChanged" });
        const progress = { type: "queued", envelopeId, content, queuedAt } as const;
        const inquiry = { ...draft.value.value, changedAt: queuedAt, progress };
        const write = await planInquiryWrite(deps.vault, inquiry, 0);
        if (!write.ok) return write;
        return ok({ privates: [write.value], removes: [{ kind: "draft", id, expectedRev }] });
      },
    },
  );
};

/** Deletes an inquiry that was written here, with its thread and whatever of it still waits. */
export const removeInquiry = (
  database: EnlaceDatabase,
  { id, draft }: Pick<InquiryRecord, "id" | "draft">,
): Promise<Result<void, StorageError>> => {
  const own = [
    { kind: "draft", id },
    { kind: "inquiry", id },
  ] as const;
  if (!draft.from) return tryStorage(() => removeWithOutbox(database, undefined, own));
  const place = { id, desk: deskToId(draft.from) };
  const key = placeToKey(place);
  const ofThread = [
    { kind: "thread", id: key },
    { kind: "reply", id: key },
  ] as const;
  return tryStorage(() => removeWithOutbox(database, place, [...own, ...ofThread]));
};
