import type { DeskAddress } from "#domain/desk.ts";
import type { Enrolment, Profile } from "#domain/device/profile.ts";
import type { Language } from "#domain/language.ts";
import type { InquiryDraft } from "./inquiryDraft.ts";

export type InquiryStart = {
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
