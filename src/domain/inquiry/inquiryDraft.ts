import * as v from "valibot";
import type { DeskAddress } from "#domain/desk.ts";
import type { Enrolment, Profile } from "#domain/device/profile.ts";
import { ZoneName } from "#domain/directory/contact.ts";
import type { SharingMark, Urgency } from "#domain/envelope/envelope.ts";
import type { Language } from "#domain/language.ts";
import { type FormField, listMissing } from "./formField.ts";
import { type FreeText, type IncidentKind, isLocalTime, type RequestedAction } from "./inquiry.ts";
import { createSenderDraft, type SenderDraft, senderFields } from "./sender.ts";
import { type SeverityDraft, severityFields } from "./severityScale.ts";

/**
 * The form while an inquiry is written: any part may be missing or unfinished, and everything is
 * kept as typed. `parseInquiryDraft` turns it into an `InquiryContent` or lists what is missing.
 */
export type InquiryDraft = SenderDraft & {
  readonly to?: DeskAddress;
  readonly from?: DeskAddress;
  readonly kind?: IncidentKind;
  /** As `<input type="datetime-local">` gives them; empty when not filled. */
  readonly observedFrom: string;
  readonly observedUntil: string;
  readonly observedZone: string;
  readonly nature: FreeText;
  readonly mark?: SharingMark;
  readonly severity: SeverityDraft;
  readonly asked: readonly RequestedAction[];
  readonly question: FreeText;
  readonly urgency?: Urgency;
  readonly nationalSecurityConfirmed: boolean;
};

type InquiryStart = {
  readonly profile: Profile;
  /** The newest first. */
  readonly enrolments: readonly Enrolment[];
  /** The device's own zone. */
  readonly zone: string;
  /** The writer's language: free text is tagged with it unless the writer changes it. */
  readonly language: Language;
  readonly to?: DeskAddress | undefined;
};

/** Creates an empty inquiry, filled with what the device already knows; nothing is guessed. */
export const createInquiryDraft = (start: InquiryStart): InquiryDraft => {
  const { profile, enrolments, zone, language, to } = start;
  const enrolment = enrolments.find(({ role }) => role === "desk") ?? enrolments[0];
  return {
    ...(to ? { to } : {}),
    ...(enrolment ? { from: enrolment.desk } : {}),
    ...createSenderDraft(profile),
    observedFrom: "",
    observedUntil: "",
    observedZone: zone,
    nature: { text: "", language },
    severity: { type: "none" },
    asked: [],
    question: { text: "", language },
    nationalSecurityConfirmed: false,
  };
};

/** The five steps of the procedure, in order, and the review before sending. */
export const inquirySteps = [
  "contact",
  "sender",
  "invocation",
  "incident",
  "request",
  "review",
] as const;

export type InquiryStep = (typeof inquirySteps)[number];

/** The form, step by step: each field once, with its requirements. */
export const inquiryForm = [
  {
    step: "contact",
    name: "to",
    isMissing: ({ to }) => !to,
    findFault: ({ to, from }) => (from?.state === to?.state ? { type: "ownState" } : undefined),
  },
  { step: "sender", ...senderFields.name },
  { step: "sender", ...senderFields.affiliation },
  { step: "sender", name: "from", isMissing: ({ from }) => !from },
  { step: "incident", name: "kind", isMissing: ({ kind }) => !kind },
  {
    step: "incident",
    name: "observedFrom",
    isMissing: ({ observedFrom }) => observedFrom === "",
    findFault: ({ observedFrom }) =>
      isLocalTime(observedFrom) ? undefined : { type: "invalidTime" },
  },
  {
    step: "incident",
    name: "observedUntil",
    findFault: ({ observedFrom: from, observedUntil: until }) => {
      if (until === "") return undefined;
      if (!isLocalTime(until)) return { type: "invalidTime" };
      return isLocalTime(from) && until < from ? { type: "untilBeforeFrom" } : undefined;
    },
  },
  {
    step: "incident",
    name: "observedZone",
    findFault: ({ observedZone }) =>
      v.is(ZoneName, observedZone) ? undefined : { type: "invalidZone" },
  },
  { step: "incident", name: "nature", isMissing: ({ nature }) => !nature.text.trim() },
  { step: "incident", name: "mark", isMissing: ({ mark }) => !mark },
  { step: "incident", ...severityFields.scale },
  { step: "incident", ...severityFields.level },
  { step: "incident", ...severityFields.worst },
  { step: "request", name: "asked", isMissing: ({ asked }) => asked.length === 0 },
  { step: "request", name: "question" },
  { step: "request", name: "urgency", isMissing: ({ urgency }) => !urgency },
  { step: "request", ...senderFields.email },
  { step: "request", ...senderFields.phone },
  {
    step: "review",
    name: "nationalSecurityConfirmed",
    isMissing: ({ nationalSecurityConfirmed }) => !nationalSecurityConfirmed,
  },
] as const satisfies readonly (FormField<InquiryDraft> & { readonly step: InquiryStep })[];

export type InquiryField = (typeof inquiryForm)[number]["name"];

/** Why an inquiry can't be sent yet, and where on the screen to fix it. */
export type MissingPart = ReturnType<typeof listMissingParts>[number];

/** Lists what keeps a draft from being an inquiry, in the form's order; empty if nothing. */
export const listMissingParts = (draft: InquiryDraft) =>
  inquirySteps.flatMap((step) => {
    const fields = inquiryForm.filter((field) => field.step === step);
    return listMissing(fields, draft).map((part) => ({ ...part, step }));
  });
