import { deskToId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryProgress, InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { type ReplyContent, replyToDraft } from "#domain/letter/parseReplyDraft.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import type { FindError, Kept, SaveError } from "#sealing/records/privateRecords.ts";
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
import { type QueueLetterError, queueLetter } from "./queueLetter.ts";

export type TakeBackError = QueueLetterError;

type QueuedInquiry = InquiryRecord & {
  readonly progress: Extract<InquiryProgress, { type: "queued" }>;
};

/** Other tabs write to the inquiry or its thread now and then; not as often as this. */
const maxAttempts = 8;

/**
 * S10. `draft`: nobody can have it, and it is one again. `withdrawal`: it may have been received; a
 * word follows it.
 */
export const takeBack = async (
  deps: SealingDeps,
  id: ThreadId,
): Promise<Result<"draft" | "withdrawal", TakeBackError>> => {
  for (let tries = 0; tries < maxAttempts; tries += 1) {
    const queued = await findQueued(deps, id);
    if (!queued.ok) return queued;
    const isTaken = await takeBackAsDraft(deps, queued.value);
    if (isTaken.ok && isTaken.value) return ok("draft");
    if (isTaken.ok) {
      const withdrawn = await withdraw(deps, queued.value.value);
      return withdrawn.ok ? ok("withdrawal") : withdrawn;
    }
    if (isTaken.error.type !== "privateChanged") return isTaken;
  }
  return err({ type: "privateChanged" });
};

const findQueued = async (
  deps: SealingDeps,
  id: ThreadId,
): Promise<Result<Kept<QueuedInquiry>, TakeBackError>> => {
  const found = await findInquiry(deps, id);
  if (!found.ok) return found;
  const record = found.value?.value;
  if (!found.value || record?.progress.type !== "queued") return err({ type: "inquiryNotSent" });
  return ok({ value: { ...record, progress: record.progress }, rev: found.value.rev });
};

/**
 * False if it may have been received, or if more was written to its thread since. `privateChanged` if
 * another tab writes to either in this moment, a note of a call for instance: nothing of it goes.
 */
const takeBackAsDraft = async (
  deps: SealingDeps,
  { value: inquiry, rev }: Kept<QueuedInquiry>,
): Promise<Result<boolean, TakeBackError>> => {
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

const withdraw = (
  deps: SealingDeps,
  { id, progress: { content, envelopeId } }: QueuedInquiry,
): Promise<Result<EnvelopeId, TakeBackError>> => {
  const { from, to, urgency } = content;
  const word = { schema: "withdrawal/1", withdraws: envelopeId } as const;
  return queueLetter(
    deps,
    { thread: id, from, to, urgency, content: word },
    {
      withdraws: envelopeId,
      planBesides: async ({ envelopeId: withdrawalId, queuedAt }) => {
        const held = await findInquiry(deps, id);
        if (!held.ok) return held;
        const record = held.value?.value;
        if (!held.value || record?.progress.type !== "queued") {
          return err({ type: "inquiryNotSent" });
        }
        const withdrawal = { withdrawalId, withdrawnAt: queuedAt } as const;
        const progress = { ...record.progress, ...withdrawal, type: "withdrawn" } as const;
        const inquiry = { ...record, changedAt: queuedAt, progress };
        const write = await planInquiryWrite(deps.vault, inquiry, held.value.rev);
        return write.ok ? ok({ privates: [write.value], removes: [] }) : write;
      },
    },
  );
};

export type TakeBackReplyError =
  | StorageError
  | FindError
  | SaveError
  | { readonly type: "threadUnknown" }
  /** The endpoint may have it by now. */
  | { readonly type: "inquiryTried" }
  /** Something written later says that its author had seen it. */
  | { readonly type: "letterFollowed" }
  /** Another reply to the thread is being written: it would be overwritten. */
  | { readonly type: "replyDraftKept" };

/** S10, while nobody can have it: the reply leaves its thread and the outbox, and is a draft again. */
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

/** A note of what was read says nothing that depends on it. */
const isAfter = ({ kind, seen }: Letter, id: EnvelopeId): boolean =>
  kind !== "note" && seen.includes(id);
