import * as v from "valibot";
import { EnvelopeId, SharingMark } from "#domain/envelope/envelope.ts";
import { Receipt } from "#domain/envelope/receipt.ts";
import { ReplyTo, Sender } from "#domain/inquiry/sender.ts";
import { Instant } from "#domain/instant.ts";
import { Language } from "#domain/language.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";

/** The maximum length of a reply's text, in characters. */
export const replyMaxLength = 8_000;

const replyText = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(replyMaxLength)),
  language: Language,
});

/**
 * Questions that an acknowledgement can ask the asker: those the procedure requires, and others
 * that help ("Procedure for Responding", Option 2).
 */
export const askedBackKinds = ["contact", "technical-details", "time-frame", "sharing"] as const;

export type AskedBack = (typeof askedBackKinds)[number];

export const AskedBack = v.picklist(askedBackKinds);

/** Option 2: "Inform the POC that you will look into the cyber incident". */
export type AcknowledgementContent = v.InferOutput<typeof AcknowledgementContent>;

export const AcknowledgementContent = v.strictObject({
  schema: v.literal("acknowledgement/1"),
  sender: Sender,
  replyTo: ReplyTo,
  /** "Provide an estimated timeframe for a response, as appropriate." */
  estimatedBy: v.optional(Instant),
  /** "Ask for the POC's contact information." */
  askedBack: v.array(AskedBack),
  text: v.optional(replyText),
  mark: SharingMark,
});

/** "follow up with additional information, as possible"; by either side. */
export type UpdateContent = v.InferOutput<typeof UpdateContent>;

export const UpdateContent = v.pipe(
  v.strictObject({
    schema: v.literal("update/1"),
    sender: Sender,
    /** A changed estimate; the side that was asked gives it. */
    estimatedBy: v.optional(Instant),
    text: v.optional(replyText),
    mark: SharingMark,
  }),
  v.check((update) => update.text !== undefined || update.estimatedBy !== undefined),
);

/** Option 1: "Provide an immediate response"; or the answer after an investigation. */
export type AnswerContent = v.InferOutput<typeof AnswerContent>;

export const AnswerContent = v.strictObject({
  schema: v.literal("answer/1"),
  sender: Sender,
  replyTo: ReplyTo,
  text: replyText,
  mark: SharingMark,
});

export const closingReasons = [
  "resolved",
  "answered",
  "noInformation",
  "otherChannel",
  "other",
] as const;

export type ClosingReason = (typeof closingReasons)[number];

/** Either side ends the exchange, with a reason. */
export type ClosingContent = v.InferOutput<typeof ClosingContent>;

export const ClosingContent = v.strictObject({
  schema: v.literal("closing/1"),
  sender: Sender,
  reason: v.picklist(closingReasons),
  text: v.optional(replyText),
  mark: SharingMark,
});

/** The content of a letter that takes another back. */
export type WithdrawalContent = v.InferOutput<typeof WithdrawalContent>;

export const WithdrawalContent = v.strictObject({
  schema: v.literal("withdrawal/1"),
  withdraws: EnvelopeId,
});

/** Whom to engage at home while investigating ("CBM POCs should engage cyber counterparts …"). */
export const engagements = ["technical-team", "private-sector", "consultative-group"] as const;

export type Engagement = (typeof engagements)[number];

export const Engagement = v.picklist(engagements);

/** Within a desk only: what was read, and whom the desk has engaged. */
export type NoteContent = v.InferOutput<typeof NoteContent>;

export const NoteContent = v.strictObject({
  schema: v.literal("note/1"),
  read: v.array(EnvelopeId),
  engaged: v.array(v.strictObject({ who: Engagement, done: v.boolean() })),
});

/** Within a desk: letters of open threads, as their authors signed them, for a device that joined later. */
export type HandoverContent = v.InferOutput<typeof HandoverContent>;

export const HandoverContent = v.strictObject({
  schema: v.literal("handover/1"),
  letters: v.array(v.strictObject({ signed: SignedFile, receipt: Receipt })),
});
