import * as v from "valibot";
import { EmailAddress, ZoneName } from "#domain/directory/contact.ts";
import { parsePhoneNumber } from "#domain/directory/phoneNumber.ts";
import { isKnownZone } from "#domain/directory/zonedTime.ts";
import { isLocalTime } from "#domain/inquiry/inquiryParts.ts";
import { affiliationMaxLength, nameMaxLength } from "#domain/inquiry/parseInquiryDraft.ts";
import { type MissingReplyPart, type ReplyField, replyFieldsOf } from "./missingReplyPart.ts";
import { replyMaxLength } from "./replies.ts";
import type { ReplyDraft } from "./replyDraft.ts";

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

/** An update says something, or gives another estimate. */
const isTextNeeded = ({ kind, estimateLocal }: ReplyDraft): boolean =>
  kind === "answer" || (kind === "update" && estimateLocal === "");

const findTextProblem = (text: string, maxLength: number): Problem | undefined =>
  text.trim() ? findLength(text, maxLength) : missing;

const findLength = (text: string, maxLength: number): Problem | undefined =>
  text.trim().length > maxLength ? { type: "tooLong", maxLength } : undefined;
