import type { DeskAddress } from "#domain/desk.ts";
import type { SharingMark } from "#domain/envelope/sharingMark.ts";
import type { Urgency } from "#domain/envelope/urgency.ts";
import type { IncidentKind } from "./incidentKind.ts";
import type { FreeText } from "./inquiry.ts";
import type { RequestedAction } from "./requestedAction.ts";

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
