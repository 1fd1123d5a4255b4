import * as v from "valibot";
import { instantToWallTime, wallTimeToInstant } from "#domain/directory/zonedTime.ts";
import { isLocalTime } from "#domain/inquiry/inquiry.ts";
import { draftToSender, senderToDraft } from "#domain/inquiry/sender.ts";
import type { Day, Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import {
  AcknowledgementContent,
  AnswerContent,
  askedBackKinds,
  ClosingContent,
  UpdateContent,
} from "./replies.ts";
import {
  listMissingReplyParts,
  type MissingReplyPart,
  type ReplyDraft,
  type ReplyKind,
} from "./replyDraft.ts";

export type ReplyContent = AcknowledgementContent | UpdateContent | AnswerContent | ClosingContent;

/** Converts a draft to a reply, or lists every missing part, in the form's order. */
export const parseReplyDraft = (
  draft: ReplyDraft,
): Result<ReplyContent, readonly MissingReplyPart[]> => {
  const missing = listMissingReplyParts(draft);
  return missing.length > 0 ? err(missing) : ok(toContent(draft));
};

/** Converts a complete draft; throws if the schema still refuses it, which is a defect. */
const toContent = (draft: ReplyDraft): ReplyContent => {
  const { sender, replyTo } = draftToSender(draft);
  const text = draft.text.text.trim() ? { text: draft.text } : {};
  const common = { sender, mark: draft.mark, ...text };
  switch (draft.kind) {
    case "acknowledgement":
      return v.parse(AcknowledgementContent, {
        schema: "acknowledgement/1",
        ...common,
        ...toEstimate(draft),
        replyTo,
        askedBack: askedBackKinds.filter((kind) => draft.askedBack.includes(kind)),
      });
    case "update":
      return v.parse(UpdateContent, { schema: "update/1", ...common, ...toEstimate(draft) });
    case "answer":
      return v.parse(AnswerContent, {
        schema: "answer/1",
        ...common,
        replyTo,
      });
    case "closing":
      return v.parse(ClosingContent, { schema: "closing/1", ...common, reason: draft.reason });
  }
};

const toEstimate = (draft: ReplyDraft): { readonly estimatedBy?: Instant } => {
  const [day = "", time = ""] = draft.estimateLocal.split("T");
  if (!isLocalTime(draft.estimateLocal)) return {};
  return { estimatedBy: wallTimeToInstant(day as Day, time, draft.estimateZone) };
};

/**
 * Converts a reply that was taken back to a draft, without losing anything that was written. Fields
 * that its kind lacks are empty; a time is given in `zone`, which this device must know.
 */
export const replyToDraft = (content: ReplyContent, zone: string): ReplyDraft => {
  const { sender, mark, schema, text } = content;
  return {
    kind: schemaToKind[schema],
    estimateLocal: "estimatedBy" in content ? toLocal(content.estimatedBy, zone) : "",
    estimateZone: zone,
    askedBack: "askedBack" in content ? content.askedBack : [],
    ...("reason" in content ? { reason: content.reason } : {}),
    text: text ?? { text: "", language: "en" },
    mark,
    ...senderToDraft(sender, "replyTo" in content ? content.replyTo : {}),
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
