import { type DeskAddress, idToDesk } from "#domain/desk.ts";
import type { DeviceId, EnvelopeId } from "#domain/envelope/envelope.ts";
import { createLetter } from "#domain/letter/createLetter.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { parseReplyDraft } from "#domain/letter/parseReplyDraft.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";

/**
 * A reply as a letter to look at, before it is one: it has no id, no author, and is never kept.
 * Undefined while anything is missing.
 */
export const createReplyPreview = (record: ReplyRecord, other: DeskAddress): Letter | undefined => {
  const content = parseReplyDraft(record.draft);
  if (!content.ok) return undefined;
  const head = {
    id: "" as EnvelopeId,
    author: "" as DeviceId,
    thread: record.thread,
    from: idToDesk(record.desk),
    to: other,
    urgency: "none",
    writtenAt: record.changedAt,
    seen: [],
  } as const;
  return createLetter(head, content.value);
};
