import type { InquiryStep } from "./inquiryRecord.ts";

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
