import type { DeskAddress } from "#domain/desk.ts";
import type { Enrolment, Profile } from "#domain/device/profile.ts";
import type { SharingMark, Urgency } from "#domain/envelope/envelope.ts";
import type { Language } from "#domain/language.ts";
import type { FreeText, IncidentKind, RequestedAction } from "./inquiry.ts";

/**
 * What is on the screen while an inquiry is written: any part may be missing or unfinished, and all
 * of it is kept as typed. `parseInquiryDraft` turns it into an `InquiryContent` or says what is
 * missing.
 */
export type InquiryDraft = {
  readonly to?: DeskAddress;
  readonly from?: DeskAddress;
  readonly senderName: string;
  readonly senderAffiliation: string;
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
  readonly replyEmail: string;
  /** As typed, spaces and all. */
  readonly replyPhone: string;
  readonly nationalSecurityConfirmed: boolean;
};

export type SeverityDraft =
  | { readonly type: "none" }
  | { readonly type: "known"; readonly scale: string; readonly level: string }
  | {
      readonly type: "named";
      readonly scale: string;
      readonly level: string;
      readonly worst: string;
    };

type InquiryStart = {
  readonly profile: Profile;
  /** The newest first. */
  readonly enrolments: readonly Enrolment[];
  /** The device's own zone. */
  readonly zone: string;
  /** The writer's language: free text is tagged with it until the writer says otherwise. */
  readonly language: Language;
  readonly to?: DeskAddress | undefined;
};

/** An empty inquiry with everything in it that the device knows already; nothing is guessed. */
export const createInquiryDraft = (start: InquiryStart): InquiryDraft => {
  const { profile, enrolments, zone, language, to } = start;
  const enrolment = enrolments.find(({ role }) => role === "desk") ?? enrolments[0];
  return {
    ...(to ? { to } : {}),
    ...(enrolment ? { from: enrolment.desk } : {}),
    senderName: profile.name,
    senderAffiliation: profile.affiliation,
    observedFrom: "",
    observedUntil: "",
    observedZone: zone,
    nature: { text: "", language },
    severity: { type: "none" },
    asked: [],
    question: { text: "", language },
    replyEmail: profile.replyEmail,
    replyPhone: profile.replyPhone,
    nationalSecurityConfirmed: false,
  };
};
