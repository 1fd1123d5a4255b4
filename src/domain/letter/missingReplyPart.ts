import type { MissingReason } from "#domain/inquiry/parseInquiryDraft.ts";
import type { ReplyKind } from "./replyDraft.ts";

/** A field of the form, by the name that its screen and its texts use. */
export const replyFields = [
  "reason",
  "estimateLocal",
  "estimateZone",
  "askedBack",
  "text",
  "mark",
  "senderName",
  "senderAffiliation",
  "replyEmail",
  "replyPhone",
] as const;
export type ReplyField = (typeof replyFields)[number];

/** Which fields a reply's form shows, in order. */
export const replyFieldsOf = {
  acknowledgement: [
    "estimateLocal",
    "estimateZone",
    "askedBack",
    "text",
    "mark",
    "senderName",
    "senderAffiliation",
    "replyEmail",
    "replyPhone",
  ],
  update: ["estimateLocal", "estimateZone", "text", "mark", "senderName", "senderAffiliation"],
  answer: ["text", "mark", "senderName", "senderAffiliation", "replyEmail", "replyPhone"],
  closing: ["reason", "text", "mark", "senderName", "senderAffiliation"],
} as const satisfies Record<ReplyKind, readonly ReplyField[]>;

/** Why a reply can't go yet, and where on the form that is mended. */
export type MissingReplyPart = { readonly field: ReplyField } & Extract<
  MissingReason,
  { type: "missing" | "tooLong" | "invalidEmail" | "invalidPhone" | "invalidTime" | "invalidZone" }
>;
