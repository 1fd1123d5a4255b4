import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { NoteContent } from "#domain/letter/replies.ts";
import type { Result } from "#domain/result.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import type { ReplyPlaces } from "./planReply.ts";
import { type QueueLetterError, queueLetter } from "./queueLetter.ts";

/** A word within one's own desk, about one of its threads. */
export const queueNote = (
  deps: SealingDeps,
  { record, own, urgency }: ReplyPlaces,
  note: Omit<NoteContent, "schema">,
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  const content = { schema: "note/1", ...note } as const;
  return queueLetter(deps, { thread: record.id, from: own, to: own, urgency, content });
};
