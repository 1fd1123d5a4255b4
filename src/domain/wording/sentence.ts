import type { DeskAddress } from "#domain/desk.ts";
import type { EnvelopeKind, SharingMark, Urgency } from "#domain/envelope/envelope.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import type { IncidentKind, Observed, RequestedAction } from "#domain/inquiry/inquiry.ts";
import type { Severity } from "#domain/inquiry/severityScale.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { AskedBack, ClosingReason } from "#domain/letter/replies.ts";

export const textHeadings = [
  "parties",
  "measure",
  "meaning",
  "incident",
  "request",
  "reply",
  "onTheCall",
  "onVoicemail",
  "acknowledgement",
  "update",
  "answer",
  "closing",
  "withdrawal",
  "sharing",
] as const;
export type TextHeading = (typeof textHeadings)[number];

export const textLabels = [
  "to",
  "from",
  "sender",
  "affiliation",
  "writtenAt",
  "reference",
  "mark",
  "kind",
  "observed",
  "severity",
  "urgency",
  "email",
  "phone",
  "estimatedBy",
  "receipt",
] as const;
export type TextLabel = (typeof textLabels)[number];

/** Tells whether a quoted text is the original or our translation. */
export type QuoteStanding = "quoted" | "translation";

/** Letters, other than the inquiry, that one desk writes to the other. */
export type AnsweringKind = Exclude<EnvelopeKind, "inquiry" | "note" | "handover">;

/**
 * All fixed sentences of an inquiry or a reply. Each language has its own wording; the domain only
 * decides which sentences appear, in which order, about what.
 */
export type Sentence =
  | { readonly type: "title" }
  | { readonly type: "subject"; readonly from: DeskAddress | undefined }
  | { readonly type: "heading"; readonly of: TextHeading }
  | { readonly type: "label"; readonly of: TextLabel }
  | { readonly type: "notFilled" }
  | { readonly type: "desk"; readonly desk: DeskAddress }
  | { readonly type: "writtenAt"; readonly at: Instant }
  /** Step 3: the measure, its basis, and why this person is contacted. */
  | { readonly type: "invocation" }
  /** "does not constitute an accusation" (draft, Implications of an Inquiry). */
  | { readonly type: "noAccusation" }
  /** "views the incident as a potential national security matter" (draft, Implications). */
  | { readonly type: "nationalSecurity" }
  | { readonly type: "quoteSource"; readonly standing: QuoteStanding }
  | { readonly type: "notAnAccusationShort" }
  | { readonly type: "markMeaning"; readonly mark: SharingMark }
  | { readonly type: "kind"; readonly kind: IncidentKind }
  | { readonly type: "observed"; readonly observed: Observed }
  | { readonly type: "severity"; readonly severity: Severity }
  | { readonly type: "asWritten"; readonly language: Language }
  | { readonly type: "askedIntroduction" }
  | { readonly type: "asked"; readonly action: RequestedAction }
  | { readonly type: "urgency"; readonly urgency: Urgency }
  | { readonly type: "voluntary" }
  | {
      readonly type: "greeting";
      readonly name: string;
      readonly affiliation: string;
      readonly from: DeskAddress | undefined;
    }
  | { readonly type: "whichLanguage" }
  | { readonly type: "scriptMark"; readonly mark: SharingMark }
  | { readonly type: "scriptNature" }
  | { readonly type: "callBack" }
  | { readonly type: "scriptClosing" }
  | { readonly type: "voicemail" }
  | { readonly type: "replyTitle"; readonly kind: AnsweringKind }
  /** Option 2: "Inform the POC that you will look into the cyber incident" (draft, Responding). */
  | { readonly type: "willLookInto" }
  | { readonly type: "askedBackIntroduction" }
  /** "Ask for the POC's contact information", and what else helps. */
  | { readonly type: "askedBack"; readonly what: AskedBack }
  | { readonly type: "closingReason"; readonly reason: ClosingReason }
  /** A desk withdraws its inquiry or reply. */
  | { readonly type: "takenBack" }
  /** Null: the endpoint is not known to hold it. */
  | { readonly type: "receipt"; readonly receipt: Receipt | null }
  | { readonly type: "threadTitle" }
  /** Title of an inquiry shown to people at home. */
  | { readonly type: "engagementTitle" }
  /** People at home answer their own desk, not the State that asks. */
  | { readonly type: "answerThroughDesk" };

/** Writes a sentence in one language. */
export type Say = (sentence: Sentence) => string;
