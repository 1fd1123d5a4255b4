import * as v from "valibot";
import { EmailAddress } from "#domain/directory/contact.ts";
import { parsePhoneNumber } from "#domain/directory/phoneNumber.ts";
import { wallTimeToInstant } from "#domain/directory/zonedTime.ts";
import { isLocalTime } from "#domain/inquiry/inquiryParts.ts";
import type { Day, Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { listMissingReplyParts } from "./listMissingReplyParts.ts";
import type { MissingReplyPart } from "./missingReplyPart.ts";
import {
  AcknowledgementContent,
  AnswerContent,
  askedBackKinds,
  ClosingContent,
  UpdateContent,
} from "./replies.ts";
import type { ReplyDraft } from "./replyDraft.ts";

export type ReplyContent = AcknowledgementContent | UpdateContent | AnswerContent | ClosingContent;

/** A draft to a reply that can go, or every part that is missing, in the order of the form. */
export const parseReplyDraft = (
  draft: ReplyDraft,
): Result<ReplyContent, readonly MissingReplyPart[]> => {
  const missing = listMissingReplyParts(draft);
  return missing.length > 0 ? err(missing) : ok(toContent(draft));
};

/** Nothing is missing any more: what the schema refuses now is a defect, and thrown. */
const toContent = (draft: ReplyDraft): ReplyContent => {
  const sender = { name: draft.senderName, affiliation: draft.senderAffiliation };
  const text = draft.text.text.trim() ? { text: draft.text } : {};
  const common = { sender, mark: draft.mark, ...text };
  switch (draft.kind) {
    case "acknowledgement":
      return v.parse(AcknowledgementContent, {
        schema: "acknowledgement/1",
        ...common,
        ...toEstimate(draft),
        replyTo: toReplyAddress(draft),
        askedBack: askedBackKinds.filter((kind) => draft.askedBack.includes(kind)),
      });
    case "update":
      return v.parse(UpdateContent, { schema: "update/1", ...common, ...toEstimate(draft) });
    case "answer":
      return v.parse(AnswerContent, {
        schema: "answer/1",
        ...common,
        replyTo: toReplyAddress(draft),
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

const toReplyAddress = (
  draft: ReplyDraft,
): { readonly email?: string; readonly phone?: string } => {
  const email = draft.replyEmail.trim();
  const phone = parsePhoneNumber(draft.replyPhone);
  return {
    ...(v.is(EmailAddress, email) ? { email } : {}),
    ...(phone.ok ? { phone: phone.value } : {}),
  };
};
