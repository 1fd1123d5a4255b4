import * as v from "valibot";
import { EmailAddress, ZoneName } from "#domain/directory/contact.ts";
import { parsePhoneNumber } from "#domain/directory/phoneNumber.ts";
import type { Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { utf8Bytes } from "#domain/text.ts";
import { InquiryContent, inquiryMaxBytes } from "./inquiry.ts";
import type { InquiryDraft } from "./inquiryDraft.ts";
import { draftToParts, isLocalTime, toSeverity } from "./inquiryParts.ts";
import { type InquiryStep, inquirySteps } from "./inquiryRecord.ts";

/** A draft to an inquiry that can go, or every part that is missing, in the order of the form. */
export const parseInquiryDraft = (
  draft: InquiryDraft,
  now: Instant,
): Result<InquiryContent, readonly MissingPart[]> => {
  const missing = listMissingParts(draft);
  if (missing.length > 0) return err(missing);
  const filled = { ...draftToParts(draft, now), nationalSecurityConfirmed: true };
  const parsed = v.safeParse(InquiryContent, filled);
  if (parsed.success) return ok(parsed.output);
  // All else was looked at above, field by field: what is left is the size of the whole.
  const overBytes = utf8Bytes(JSON.stringify(filled)) - inquiryMaxBytes;
  return err([{ type: "inquiryTooLong", step: "incident", field: "nature", overBytes }]);
};

export const nameMaxLength = 200;

export const affiliationMaxLength = 300;

/** What keeps a draft from being an inquiry, in the order of the form; empty when nothing does. */
const listMissingParts = (draft: InquiryDraft): readonly MissingPart[] => [
  ...listContact(draft),
  ...listSender(draft),
  ...listIncident(draft),
  ...listSeverity(draft),
  ...listRequest(draft),
  ...listReply(draft),
  ...(draft.nationalSecurityConfirmed
    ? []
    : [createMissing("review", "nationalSecurityConfirmed")]),
];

const createMissing = (step: MissingPart["step"], field: MissingPart["field"]): MissingPart => ({
  type: "missing",
  step,
  field,
});

const listContact = (draft: InquiryDraft): MissingPart[] => {
  if (!draft.to) return [createMissing("contact", "to")];
  const isOwn = draft.from?.state === draft.to.state;
  return isOwn ? [{ type: "ownState", step: "contact", field: "to" }] : [];
};

const listSender = (draft: InquiryDraft): MissingPart[] => [
  ...listText(draft.senderName, "senderName", nameMaxLength),
  ...listText(draft.senderAffiliation, "senderAffiliation", affiliationMaxLength),
  ...(draft.from ? [] : [createMissing("sender", "from")]),
];

const listText = (
  text: string,
  field: "senderName" | "senderAffiliation",
  maxLength: number,
): MissingPart[] => {
  const length = text.trim().length;
  if (length === 0) return [createMissing("sender", field)];
  return length > maxLength ? [{ type: "tooLong", step: "sender", field, maxLength }] : [];
};

const listIncident = (draft: InquiryDraft): MissingPart[] => [
  ...(draft.kind ? [] : [createMissing("incident", "kind")]),
  ...listTimes(draft),
  ...(draft.nature.text.trim() ? [] : [createMissing("incident", "nature")]),
  ...(draft.mark ? [] : [createMissing("incident", "mark")]),
];

const listTimes = (draft: InquiryDraft): MissingPart[] => {
  const { observedFrom: from, observedUntil: until, observedZone: zone } = draft;
  const step = "incident";
  const parts: MissingPart[] = [];
  if (from === "") parts.push(createMissing(step, "observedFrom"));
  else if (!isLocalTime(from)) parts.push({ type: "invalidTime", step, field: "observedFrom" });
  if (until !== "" && !isLocalTime(until)) {
    parts.push({ type: "invalidTime", step, field: "observedUntil" });
  } else if (until !== "" && isLocalTime(from) && until < from) {
    parts.push({ type: "untilBeforeFrom", step, field: "observedUntil" });
  }
  if (!v.is(ZoneName, zone)) parts.push({ type: "invalidZone", step, field: "observedZone" });
  return parts;
};

/** Optional as a whole; once a scale is begun, its level and its direction belong to it. */
const listSeverity = ({ severity }: InquiryDraft): MissingPart[] => {
  if (severity.type === "none" || toSeverity(severity)) {
    return severity.type === "named" ? listLongSeverity(severity) : [];
  }
  const scale = severity.scale.trim() ? [] : [createMissing("incident", "severityScale")];
  const level = severity.level.trim() ? [] : [createMissing("incident", "severityLevel")];
  if (severity.type === "named") {
    const worst = severity.worst.trim() ? [] : [createMissing("incident", "severityWorst")];
    return [...scale, ...level, ...worst];
  }
  // A level that the chosen scale does not have.
  return scale.length + level.length > 0
    ? [...scale, ...level]
    : [createMissing("incident", "severityLevel")];
};

const severityMaxLengths = [
  ["severityScale", "scale", 120],
  ["severityLevel", "level", 60],
  ["severityWorst", "worst", 60],
] as const;

const listLongSeverity = (severity: Extract<InquiryDraft["severity"], { type: "named" }>) =>
  severityMaxLengths
    .filter(([, part, maxLength]) => severity[part].trim().length > maxLength)
    .map(([field, , maxLength]) => ({
      type: "tooLong" as const,
      step: "incident" as const,
      field,
      maxLength,
    }));

const listRequest = (draft: InquiryDraft): MissingPart[] => [
  ...(draft.asked.length > 0 ? [] : [createMissing("request", "asked")]),
  ...(draft.urgency ? [] : [createMissing("request", "urgency")]),
];

const listReply = (draft: InquiryDraft): MissingPart[] => {
  const [email, phone] = [draft.replyEmail.trim(), draft.replyPhone.trim()];
  if (!email && !phone) return [createMissing("request", "replyEmail")];
  const step = "request";
  return [
    ...(email && !v.is(EmailAddress, email)
      ? [{ type: "invalidEmail" as const, step, field: "replyEmail" as const } as const]
      : []),
    ...(phone && !parsePhoneNumber(phone).ok
      ? [{ type: "invalidPhone" as const, step, field: "replyPhone" as const } as const]
      : []),
  ];
};

/** A field of the form, by the name that its screen and its texts use. */
export const inquiryFields = [
  "to",
  "senderName",
  "senderAffiliation",
  "from",
  "kind",
  "observedFrom",
  "observedUntil",
  "observedZone",
  "nature",
  "mark",
  "severityScale",
  "severityLevel",
  "severityWorst",
  "asked",
  "question",
  "urgency",
  "replyEmail",
  "replyPhone",
  "nationalSecurityConfirmed",
] as const;

export type InquiryField = (typeof inquiryFields)[number];

/** Why an inquiry can't go yet, and where on the screen that is mended. */
export type MissingPart = {
  readonly step: InquiryStep;
  readonly field: InquiryField;
} & MissingReason;

export type MissingReason =
  | { readonly type: "missing" }
  | { readonly type: "tooLong"; readonly maxLength: number }
  /** All of it together, in bytes of UTF-8. */
  | { readonly type: "inquiryTooLong"; readonly overBytes: number }
  | { readonly type: "invalidEmail" }
  | { readonly type: "invalidPhone" }
  | { readonly type: "invalidTime" }
  | { readonly type: "invalidZone" }
  | { readonly type: "untilBeforeFrom" }
  /** An inquiry goes to another State. */
  | { readonly type: "ownState" };

export type StepPlan = {
  readonly step: InquiryStep;
  /** `fixed`: nothing is typed there. */
  readonly state: "complete" | "incomplete" | "fixed";
  readonly missing: readonly MissingPart[];
};

/** The five steps and the review, each with what is still missing in it. */
export const planInquirySteps = (draft: InquiryDraft, now: Instant): readonly StepPlan[] => {
  const parsed = parseInquiryDraft(draft, now);
  const all = parsed.ok ? [] : parsed.error;
  return [...inquirySteps, "review" as const].map((step) => {
    const missing = all.filter((part) => part.step === step);
    if (step === "invocation") return { step, state: "fixed", missing };
    return { step, state: missing.length === 0 ? "complete" : "incomplete", missing };
  });
};
