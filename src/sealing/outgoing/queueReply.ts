import { type DeskAddress, idToDesk, isSameDesk } from "#domain/desk.ts";
import type { EnvelopeId, Urgency } from "#domain/envelope/envelope.ts";
import type { ReplyContent } from "#domain/letter/parseReplyDraft.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace, type ThreadRecord } from "#domain/thread/thread.ts";
import { createThreadView } from "#domain/thread/threadView.ts";
import type { FindError } from "#sealing/records/privateRecords.ts";
import { findReplyDraft, findThread } from "#sealing/records/records.ts";
import type { PrivateDeps, SealingDeps } from "#sealing/vault/useSealing.ts";
import { prepareLetter, type QueueLetterError, saveLetter } from "./queueLetter.ts";

export type QueueReplyError =
  | QueueLetterError
  | ReplyPlacesError
  | { readonly type: "replyNoDraft" };

/**
 * S1. Turns the thread's reply draft into a letter to the other desk, or leaves it a draft.
 * `replyNoDraft`: another tab queued it first. `privateChanged`: another tab changed the draft
 * meanwhile; `content` lacks that change, and removing the draft would lose it.
 */
export const queueReply = async (
  deps: SealingDeps,
  place: ThreadPlace,
  content: ReplyContent,
): Promise<Result<EnvelopeId, QueueReplyError>> => {
  const draft = await findReplyDraft(deps, place);
  if (!draft.ok) return draft;
  const places = await planReply(deps, place);
  if (!places.ok) return places;
  const { own: from, other: to, urgency } = places.value;
  const prepared = await prepareLetter(deps, { thread: place.id, from, to, urgency, content });
  if (!prepared.ok) return prepared;
  if (!draft.value) return err({ type: "replyNoDraft" });
  const { rev: expectedRev } = draft.value;
  const removes = [{ kind: "reply", id: placeToKey(place), expectedRev }] as const;
  const saved = await saveLetter(deps, prepared.value, { removes });
  if (saved.ok || saved.error.type !== "privateChanged") return saved;
  const left = await findReplyDraft(deps, place);
  return left.ok && !left.value ? err({ type: "replyNoDraft" }) : saved;
};

/** The thread's own and other desk, and its urgency. */
export type ReplyPlaces = {
  readonly record: ThreadRecord;
  readonly own: DeskAddress;
  readonly other: DeskAddress;
  readonly urgency: Urgency;
};

export type ReplyPlacesError = FindError | { readonly type: "threadUnknown" };

/**
 * Finds the two desks of a thread as its inquiry names them; `threadUnknown` if this device has no
 * letter of it.
 */
export const planReply = async (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<ReplyPlaces, ReplyPlacesError>> => {
  const found = await findThread(deps, place);
  if (!found.ok) return found;
  const record = found.value?.value;
  if (!record) return err({ type: "threadUnknown" });
  const view = createThreadView(record.desk, record.letters, new Map());
  const letter = (view.inquiry ?? view.letters[0])?.kept.letter;
  if (!letter) return err({ type: "threadUnknown" });
  const own = idToDesk(record.desk);
  const other = isSameDesk(letter.from, own) ? letter.to : letter.from;
  return ok({ record, own, other, urgency: letter.urgency });
};
