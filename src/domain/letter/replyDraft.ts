import * as v from "valibot";
import type { DeskId } from "#domain/desk.ts";
import type { Profile } from "#domain/device/profile.ts";
import { ZoneName } from "#domain/directory/contact.ts";
import { isKnownZone } from "#domain/directory/zonedTime.ts";
import type { SharingMark, ThreadId } from "#domain/envelope/envelope.ts";
import { type FormField, findTooLong, listMissing } from "#domain/inquiry/formField.ts";
import { type FreeText, type InquiryContent, isLocalTime } from "#domain/inquiry/inquiry.ts";
import { createSenderDraft, type SenderDraft, senderFields } from "#domain/inquiry/sender.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { type AskedBack, type ClosingReason, replyMaxLength } from "./replies.ts";

/** Replies that a person writes on a form. A withdrawal is a button, a note is made by itself. */
export const replyKinds = ["acknowledgement", "update", "answer", "closing"] as const;

export type ReplyKind = (typeof replyKinds)[number];

/**
 * What is on the screen while a reply is written, kept as typed. Every kind has all fields, so that
 * nothing typed is lost when a person changes what it is to be; each uses those of `replyFieldsOf`.
 */
export type ReplyDraft = SenderDraft & {
  readonly kind: ReplyKind;
  /** As `<input type="datetime-local">` gives it, on the clock of `estimateZone`; empty for none. */
  readonly estimateLocal: string;
  readonly estimateZone: string;
  readonly askedBack: readonly AskedBack[];
  readonly reason?: ClosingReason;
  readonly text: FreeText;
  readonly mark?: SharingMark;
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
    ...createSenderDraft(profile),
  };
};

/** The form, each field once: in which kinds of reply it stands, and what is needed of it. */
export const replyForm = [
  { kinds: ["closing"], name: "reason", isMissing: ({ reason }) => !reason },
  {
    kinds: ["acknowledgement", "update"],
    name: "estimateLocal",
    findFault: ({ estimateLocal }) =>
      estimateLocal === "" || isLocalTime(estimateLocal) ? undefined : { type: "invalidTime" },
  },
  {
    kinds: ["acknowledgement", "update"],
    name: "estimateZone",
    // Only a device that knows the zone can say which moment is meant.
    findFault: ({ estimateLocal, estimateZone }) =>
      estimateLocal === "" || (v.is(ZoneName, estimateZone) && isKnownZone(estimateZone))
        ? undefined
        : { type: "invalidZone" },
  },
  { kinds: ["acknowledgement"], name: "askedBack" },
  {
    kinds: replyKinds,
    name: "text",
    isMissing: (draft) => isTextNeeded(draft) && !draft.text.text.trim(),
    findFault: ({ text }) => findTooLong(text.text, replyMaxLength),
  },
  { kinds: replyKinds, name: "mark", isMissing: ({ mark }) => !mark },
  { kinds: replyKinds, ...senderFields.name },
  { kinds: replyKinds, ...senderFields.affiliation },
  { kinds: ["acknowledgement", "answer"], ...senderFields.email },
  { kinds: ["acknowledgement", "answer"], ...senderFields.phone },
] as const satisfies readonly (FormField<ReplyDraft> & { readonly kinds: readonly ReplyKind[] })[];

/** An update says something, or gives another estimate. */
const isTextNeeded = ({ kind, estimateLocal }: ReplyDraft): boolean =>
  kind === "answer" || (kind === "update" && estimateLocal === "");

export type ReplyField = (typeof replyForm)[number]["name"];

/** Which fields a reply's form shows, in order. */
export const replyFieldsOf = (kind: ReplyKind): readonly ReplyField[] =>
  listFields(kind).map(({ name }) => name);

const listFields = (kind: ReplyKind) =>
  replyForm.filter(({ kinds }: { readonly kinds: readonly ReplyKind[] }) => kinds.includes(kind));

/** Why a reply can't go yet, and where on the form that is mended. */
export type MissingReplyPart = ReturnType<typeof listMissingReplyParts>[number];

/** What keeps a draft from being a reply, in the order of its form; empty when nothing does. */
export const listMissingReplyParts = (draft: ReplyDraft) =>
  listMissing(listFields(draft.kind), draft);
