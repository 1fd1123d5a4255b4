import { instantToWallTime } from "#domain/directory/zonedTime.ts";
import type { Instant } from "#domain/instant.ts";
import type { ReplyContent } from "./parseReplyDraft.ts";
import type { ReplyDraft, ReplyKind } from "./replyDraft.ts";

/**
 * A reply that was taken back, as the draft that it is again: nothing that was written is lost. What
 * its kind does not say is empty; a time stands on the clock of `zone`, which this device must know.
 */
export const replyToDraft = (content: ReplyContent, zone: string): ReplyDraft => {
  const { sender, mark, schema, text } = content;
  const replyTo = "replyTo" in content ? content.replyTo : {};
  return {
    kind: schemaToKind[schema],
    estimateLocal: "estimatedBy" in content ? toLocal(content.estimatedBy, zone) : "",
    estimateZone: zone,
    askedBack: "askedBack" in content ? content.askedBack : [],
    ...("reason" in content ? { reason: content.reason } : {}),
    text: text ?? { text: "", language: "en" },
    mark,
    senderName: sender.name,
    senderAffiliation: sender.affiliation,
    replyEmail: replyTo.email ?? "",
    replyPhone: replyTo.phone ?? "",
  };
};

const schemaToKind = {
  "acknowledgement/1": "acknowledgement",
  "update/1": "update",
  "answer/1": "answer",
  "closing/1": "closing",
} as const satisfies Record<ReplyContent["schema"], ReplyKind>;

const toLocal = (instant: Instant | undefined, zone: string): string => {
  if (!instant) return "";
  const { day, time } = instantToWallTime(instant, zone);
  return `${day}T${time}`;
};
