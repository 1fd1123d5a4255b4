import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Engagement, NoteContent } from "#domain/letter/replies.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { type QueueLetterError, queueLetter } from "./queueLetter.ts";
import { planReply, type ReplyPlaces, type ReplyPlacesError } from "./queueReply.ts";

export type QueueNoteError = QueueLetterError | ReplyPlacesError;

/** Queues a note within one's own desk, about one of its threads. */
const queueNote = (
  deps: SealingDeps,
  { record, own, urgency }: ReplyPlaces,
  note: Omit<NoteContent, "schema">,
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  const content = { schema: "note/1", ...note } as const;
  return queueLetter(deps, { thread: record.id, from: own, to: own, urgency, content });
};

/** Queues a note to one's own desk that lists newly read letters, if there are any. */
export const markRead = async (
  deps: SealingDeps,
  thread: ThreadPlace,
): Promise<Result<void, QueueNoteError>> => {
  const places = await planReply(deps, thread);
  if (!places.ok) return places;
  const read = listUnread(places.value.record).map(({ letter }) => letter.id);
  if (read.length === 0) return ok(undefined);
  const queued = await queueNote(deps, places.value, { read, engaged: [] });
  return queued.ok ? ok(undefined) : queued;
};

/** Queues a note to one's own desk that someone at home was engaged, or no longer is. */
export const saveEngagement = async (
  deps: SealingDeps,
  thread: ThreadPlace,
  engaged: { readonly who: Engagement; readonly done: boolean },
): Promise<Result<void, QueueNoteError>> => {
  const places = await planReply(deps, thread);
  if (!places.ok) return places;
  const queued = await queueNote(deps, places.value, { read: [], engaged: [engaged] });
  return queued.ok ? ok(undefined) : queued;
};
