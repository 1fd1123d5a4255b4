import type { DeskId } from "#domain/desk.ts";
import type { Profile } from "#domain/device/profile.ts";
import type { SharingMark, ThreadId } from "#domain/envelope/envelope.ts";
import type { FreeText, InquiryContent } from "#domain/inquiry/inquiry.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { AskedBack, ClosingReason } from "./replies.ts";

/** Replies that a person writes on a form. A withdrawal is a button, a note is made by itself. */
export const replyKinds = ["acknowledgement", "update", "answer", "closing"] as const;

export type ReplyKind = (typeof replyKinds)[number];

/**
 * What is on the screen while a reply is written, kept as typed. Every kind has all fields, so that
 * nothing typed is lost when a person changes what it is to be; each uses those of `replyFieldsOf`.
 */
export type ReplyDraft = {
  readonly kind: ReplyKind;
  /** As `<input type="datetime-local">` gives it, on the clock of `estimateZone`; empty for none. */
  readonly estimateLocal: string;
  readonly estimateZone: string;
  readonly askedBack: readonly AskedBack[];
  readonly reason?: ClosingReason;
  readonly text: FreeText;
  readonly mark?: SharingMark;
  readonly senderName: string;
  readonly senderAffiliation: string;
  readonly replyEmail: string;
  /** As typed, spaces and all. */
  readonly replyPhone: string;
};

/** A reply that is being written on this device: one for each thread of a desk. */
export type ReplyRecord = {
  readonly thread: ThreadId;
  readonly desk: DeskId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly draft: ReplyDraft;
};

type ReplyStart = {
  readonly kind: ReplyKind;
  readonly profile: Profile;
  /** The inquiry of the thread, where it is here. */
  readonly inquiry: InquiryContent | undefined;
  /** The device's own zone. */
  readonly zone: string;
  /** The writer's language: free text is tagged with it until the writer says otherwise. */
  readonly language: Language;
};

/**
 * An empty reply with what the device knows already. It starts with the inquiry's mark: a reply
 * speaks of what that mark protects, and its writer may change it.
 */
export const createReplyDraft = (start: ReplyStart): ReplyDraft => {
  const { kind, profile, inquiry, zone, language } = start;
  return {
    kind,
    estimateLocal: "",
    estimateZone: zone,
    askedBack: [],
    text: { text: "", language },
    ...(inquiry ? { mark: inquiry.mark } : {}),
    senderName: profile.name,
    senderAffiliation: profile.affiliation,
    replyEmail: profile.replyEmail,
    replyPhone: profile.replyPhone,
  };
};
