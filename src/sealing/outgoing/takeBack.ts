import { deskToId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryProgress, InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { type ReplyContent, replyToDraft } from "#domain/letter/parseReplyDraft.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import {
  type FindError,
  type Kept,
  retryChanged,
  type SaveError,
} from "#sealing/records/privateRecords.ts";
import {
  findInquiry,
  findReplyDraft,
  findThread,
  planDraftWrite,
  planInquiryWrite,
  planReplyDraftWrite,
  planThreadWrite,
} from "#sealing/records/records.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { cancelUnsent } from "#storage/outbox/outbox.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { prepareLetter, type QueueLetterError, saveLetter } from "./queueLetter.ts";

export type TakeBackError = QueueLetterError | { readonly type: "inquiryNotSent" };

type QueuedInquiry = InquiryRecord & {
  readonly progress: Extract<InquiryProgress, { type: "queued" }>;
};

/**
 * S10. Takes an inquiry back. `draft`: nobody can have received it, and it is a draft again.
 * `withdrawal`: the endpoint may have received it, so a withdrawal was queued.
 */
export const takeBack = (
  deps: SealingDeps,
  id: ThreadId,
): Promise<Result<"draft" | "withdrawal", TakeBackError>> =>
  retryChanged<"draft" | "withdrawal", TakeBackError>(async () => {
    const queued = await findQueued(deps, id);
    if (!queued.ok) return queued;
    const isDraft = await takeBackAsDraft(deps, queued.value);
    if (!isDraft.ok) return isDraft;
    if (isDraft.value) return ok("draft");
    const withdrawn = await withdraw(deps, queued.value);
    return withdrawn.ok ? ok("withdrawal") : withdrawn;
  });

const findQueued = async (
  deps: SealingDeps,
  id: ThreadId,
): Promise<Result<Kept<QueuedInquiry>, FindError | { readonly type: "inquiryNotSent" }>> => {
  const found = await findInquiry(deps, id);
  if (!found.ok) return found;
  const record = found.value?.value;
  if (!found.value || record?.progress.type !== "queued") return err({ type: "inquiryNotSent" });
  return ok({ value: { ...record, progress: record.progress }, rev: found.value.rev });
};

/**
 * Returns false if the inquiry may have been received, or if its thread has other letters by now.
 * `privateChanged` if another tab writes to either at this moment, for example a note of a call:
 * then nothing is removed.
 */
const takeBackAsDraft = async (
  deps: SealingDeps,
  { value: inquiry, rev }: Kept<QueuedInquiry>,
): Promise<Result<boolean, FindError | SaveError>> => {
  const { id, progress } = inquiry;
  const place = { id, desk: deskToId(progress.content.from) };
  const thread = await findThread(deps, place);
  if (!thread.ok) return thread;
  if (thread.value?.value.letters.some(({ letter }) => letter.id !== progress.envelopeId)) {
    return ok(false);
  }
  const changedAt = msToInstant(deps.clock());
  const draft: InquiryRecord = { ...inquiry, changedAt, progress: { type: "draft" } };
  const write = await planDraftWrite(deps.vault, draft, 0);
  if (!write.ok) return write;
  const removes = [
    { kind: "inquiry", id, expectedRev: rev } as const,
    { kind: "thread", id: placeToKey(place), expectedRev: thread.value?.rev ?? 0 } as const,
  ];
  const taken = await tryStorage(() =>
    cancelUnsent(deps.database, progress.envelopeId, [write.value], removes),
  );
  if (!taken.ok) return taken;
  if (taken.value.ok) return ok(true);
  const { error } = taken.value;
  return error.type === "inquiryTried" ? ok(false) : err(error);
};

const withdraw = async (
  deps: SealingDeps,
  { value: inquiry, rev }: Kept<QueuedInquiry>,
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  const { id, progress: queued } = inquiry;
  const { from, to, urgency } = queued.content;
  const content = { schema: "withdrawal/1", withdraws: queued.envelopeId } as const;
  const prepared = await prepareLetter(deps, { thread: id, from, to, urgency, content });
  if (!prepared.ok) return prepared;
  const { envelopeId: withdrawalId, queuedAt: withdrawnAt } = prepared.value.entry;
  const progress = { ...queued, withdrawalId, withdrawnAt, type: "withdrawn" } as const;
  const withdrawn = { ...inquiry, changedAt: withdrawnAt, progress };
  const write = await planInquiryWrite(deps.vault, withdrawn, rev);
  if (!write.ok) return write;
  return saveLetter(deps, prepared.value, {
    privates: [write.value],
    withdraws: queued.envelopeId,
  });
};

export type TakeBackReplyError =
  | StorageError
  | FindError
  | SaveError
  | { readonly type: "threadUnknown" }
  /** The endpoint may have received it by now. */
  | { readonly type: "inquiryTried" }
  /** A later letter lists this one as seen by its author. */
  | { readonly type: "letterFollowed" }
  /** Another reply to the thread is being drafted; it would be overwritten. */
  | { readonly type: "replyDraftKept" };

/**
 * S10. While nobody can have received it, removes a reply from its thread and the outbox, and makes
 * it a draft again.
 */
export const takeBackReply = async (
  deps: SealingDeps,
  place: ThreadPlace,
  id: EnvelopeId,
  zone: string,
): Promise<Result<void, TakeBackReplyError>> => {
  const { database, vault } = deps;
  const [found, draft] = [await findThread(deps, place), await findReplyDraft(deps, place)];
  if (!found.ok) return found;
  if (!draft.ok) return draft;
  if (draft.value) return err({ type: "replyDraftKept" });
  const record = found.value?.value;
  const letter = record?.letters.find((kept) => kept.letter.id === id)?.letter;
  const content = letter && toReply(letter);
  if (!found.value || !record || !content) return err({ type: "threadUnknown" });
  const letters = record.letters.filter((kept) => kept.letter.id !== id);
  if (letters.some((kept) => isAfter(kept.letter, id))) return err({ type: "letterFollowed" });
  const now = msToInstant(deps.clock());
  const times = { createdAt: now, changedAt: now };
  const reply: ReplyRecord = {
    ...times,
    thread: place.id,
    desk: record.desk,
    draft: replyToDraft(content, zone),
  };
  const writes = [
    await planThreadWrite(vault, { ...record, letters }, found.value.rev),
    await planReplyDraftWrite(vault, reply, 0),
  ];
  const privates = writes.flatMap((write) => (write.ok ? [write.value] : []));
  if (privates.length < writes.length) return err({ type: "vaultLocked" });
  const taken = await tryStorage(() => cancelUnsent(database, id, privates, []));
  if (!taken.ok) return taken;
  return taken.value.ok ? ok(undefined) : taken.value;
};

const toReply = ({ content }: Letter): ReplyContent | undefined => {
  switch (content.schema) {
    case "acknowledgement/1":
    case "update/1":
    case "answer/1":
    case "closing/1":
      return content;
    case "inquiry/1":
    case "withdrawal/1":
    case "note/1":
    case "handover/1":
      return undefined;
  }
};

/** Tells whether a letter depends on another. A note does not: it only lists letters as read. */
const isAfter = ({ kind, seen }: Letter, id: EnvelopeId): boolean =>
  kind !== "note" && seen.includes(id);
