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

/** Replies that a person writes in a form. A withdrawal is a button; Enlace makes notes itself. */
export const replyKinds = ["acknowledgement", "update", "answer", "closing"] as const;

export type ReplyKind = (typeof replyKinds)[number];

/**
 * The form while a reply is written, kept as typed. Every kind has all fields, so that nothing
 * typed is lost when the person changes the kind; each kind uses those of `replyFieldsOf`.
 */
export type ReplyDraft = SenderDraft & {
  readonly kind: ReplyKind;
  /** As `<input type="datetime-local">` gives it, in `estimateZone`; empty for none. */
  readonly estimateLocal: string;
  readonly estimateZone: string;
  readonly askedBack: readonly AskedBack[];
  readonly reason?: ClosingReason;
  readonly text: FreeText;
  readonly mark?: SharingMark;
};

/** A reply that is being written on this device: at most one for each thread of a desk. */
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
  /** The inquiry of the thread, if it is here. */
  readonly inquiry: InquiryContent | undefined;
  /** The device's own zone. */
  readonly zone: string;
  /** The writer's language: free text is tagged with it unless the writer changes it. */
  readonly language: Language;
};

/**
 * Creates an empty reply, filled with what the device already knows. It starts with the inquiry's
 * mark, because a reply discusses what that mark protects; the writer may change it.
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

/** The form, each field once: the kinds of reply that have it, and its requirements. */
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
    // Only a device that knows the zone can compute the instant.
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

/** An update needs a text unless it gives another estimate. */
const isTextNeeded = ({ kind, estimateLocal }: ReplyDraft): boolean =>
  kind === "answer" || (kind === "update" && estimateLocal === "");

export type ReplyField = (typeof replyForm)[number]["name"];

/** Lists the fields of a reply's form, in order. */
export const replyFieldsOf = (kind: ReplyKind): readonly ReplyField[] =>
  listFields(kind).map(({ name }) => name);

const listFields = (kind: ReplyKind) =>
  replyForm.filter(({ kinds }: { readonly kinds: readonly ReplyKind[] }) => kinds.includes(kind));

/** Why a reply can't be sent yet, and where on the form to fix it. */
export type MissingReplyPart = ReturnType<typeof listMissingReplyParts>[number];

/** Lists what keeps a draft from being a reply, in the form's order; empty if nothing. */
export const listMissingReplyParts = (draft: ReplyDraft) =>
  listMissing(listFields(draft.kind), draft);
