import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { type ReplyContent, replyToDraft } from "#domain/letter/parseReplyDraft.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import type { FindError, SaveError } from "#sealing/records/privateRecords.ts";
import {
  findReplyDraft,
  findThread,
  planReplyDraftWrite,
  planThreadWrite,
} from "#sealing/records/records.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { takeBackUnheld } from "#storage/outbox/outbox.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

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
  const taken = await tryStorage(() => takeBackUnheld(database, id, privates, []));
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
