import * as v from "valibot";
import { EmailAddress, ZoneName } from "#domain/directory/contact.ts";
import { parsePhoneNumber } from "#domain/directory/phoneNumber.ts";
import { instantToWallTime, isKnownZone, wallTimeToInstant } from "#domain/directory/zonedTime.ts";
import { isLocalTime } from "#domain/inquiry/inquiryParts.ts";
import {
  affiliationMaxLength,
  type MissingReason,
  nameMaxLength,
} from "#domain/inquiry/parseInquiryDraft.ts";
import type { Day, Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import {
  AcknowledgementContent,
  AnswerContent,
  askedBackKinds,
  ClosingContent,
  replyMaxLength,
  UpdateContent,
} from "./replies.ts";
import type { ReplyDraft, ReplyKind } from "./replyDraft.ts";

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

/** What keeps a draft from being a reply, in the order of its form; empty when nothing does. */
export const listMissingReplyParts = (draft: ReplyDraft): readonly MissingReplyPart[] =>
  replyFieldsOf[draft.kind].flatMap((field) => {
    const problem = findProblem[field](draft);
    return problem ? [{ field, ...problem }] : [];
  });

type Problem = MissingReplyPart extends infer P
  ? P extends unknown
    ? Omit<P, "field">
    : never
  : never;

const missing = { type: "missing" } as const;

/** An update says something, or gives another estimate. */
const isTextNeeded = ({ kind, estimateLocal }: ReplyDraft): boolean =>
  kind === "answer" || (kind === "update" && estimateLocal === "");

const findTextProblem = (text: string, maxLength: number): Problem | undefined =>
  text.trim() ? findLength(text, maxLength) : missing;

const findLength = (text: string, maxLength: number): Problem | undefined =>
  text.trim().length > maxLength ? { type: "tooLong", maxLength } : undefined;

const findProblem: Record<ReplyField, (draft: ReplyDraft) => Problem | undefined> = {
  reason: ({ reason }) => (reason ? undefined : missing),
  estimateLocal: ({ estimateLocal }) =>
    estimateLocal === "" || isLocalTime(estimateLocal) ? undefined : { type: "invalidTime" },
  // Only a device that knows the zone can say which moment is meant.
  estimateZone: ({ estimateLocal, estimateZone }) =>
    estimateLocal === "" || (v.is(ZoneName, estimateZone) && isKnownZone(estimateZone))
      ? undefined
      : { type: "invalidZone" },
  askedBack: () => undefined,
  text: (draft) =>
    isTextNeeded(draft)
      ? findTextProblem(draft.text.text, replyMaxLength)
      : findLength(draft.text.text, replyMaxLength),
  mark: ({ mark }) => (mark ? undefined : missing),
  senderName: ({ senderName }) => findTextProblem(senderName, nameMaxLength),
  senderAffiliation: ({ senderAffiliation }) =>
    findTextProblem(senderAffiliation, affiliationMaxLength),
  // One of the two is enough, and the first of them says so.
  replyEmail: ({ replyEmail, replyPhone }) => {
    if (!replyEmail.trim() && !replyPhone.trim()) return missing;
    const isFine = !replyEmail.trim() || v.is(EmailAddress, replyEmail.trim());
    return isFine ? undefined : { type: "invalidEmail" };
  },
  replyPhone: ({ replyPhone }) =>
    !replyPhone.trim() || parsePhoneNumber(replyPhone).ok ? undefined : { type: "invalidPhone" },
};

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
