import { deskToId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { err, type Result } from "#domain/result.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import { findDraft, planInquiryWrite } from "#sealing/records/records.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { removeWithOutbox } from "#storage/outbox/outbox.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { prepareLetter, type QueueLetterError, saveLetter } from "./queueLetter.ts";

export type QueueInquiryError = QueueLetterError | { readonly type: "inquiryNoDraft" };

/**
 * S1. Turns the draft into an inquiry, with its thread and its outbox entry, or leaves it a draft.
 * `inquiryNoDraft`: another tab queued it first. `privateChanged`: another tab changed the draft
 * meanwhile; `content` lacks that change, and removing the draft would lose it.
 */
export const queueInquiry = async (
  deps: SealingDeps,
  id: ThreadId,
  content: InquiryContent,
): Promise<Result<EnvelopeId, QueueInquiryError>> => {
  const { from, to, urgency } = content;
  const draft = await findDraft(deps, id);
  if (!draft.ok) return draft;
  const prepared = await prepareLetter(deps, { thread: id, from, to, urgency, content });
  if (!prepared.ok) return prepared;
  if (!draft.value) return err({ type: "inquiryNoDraft" });
  const { envelopeId, queuedAt } = prepared.value.entry;
  const progress = { type: "queued", envelopeId, content, queuedAt } as const;
  const inquiry = { ...draft.value.value, changedAt: queuedAt, progress };
  const write = await planInquiryWrite(deps.vault, inquiry, 0);
  if (!write.ok) return write;
  const saved = await saveLetter(deps, prepared.value, {
    privates: [write.value],
    removes: [{ kind: "draft", id, expectedRev: draft.value.rev }],
  });
  if (saved.ok || saved.error.type !== "privateChanged") return saved;
  const left = await findDraft(deps, id);
  return left.ok && !left.value ? err({ type: "inquiryNoDraft" }) : saved;
};

/** Deletes an inquiry that was written here, with its thread and its entries in the outbox. */
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
