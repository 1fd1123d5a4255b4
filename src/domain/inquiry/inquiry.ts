import * as v from "valibot";
import { DeskAddress } from "#domain/desk.ts";
import { ZoneName } from "#domain/directory/contact.ts";
import { SharingMark, Urgency } from "#domain/envelope/envelope.ts";
import { Instant } from "#domain/instant.ts";
import { Language } from "#domain/language.ts";
import { utf8Bytes } from "#domain/text.ts";
import { ReplyTo, Sender } from "./sender.ts";
import { Severity } from "./severityScale.ts";

/** Free text, as written. Nothing in Enlace translates it. */
export type FreeText = v.InferOutput<typeof FreeText>;

export const FreeText = v.strictObject({ text: v.string(), language: Language });

const filledText = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1)),
  language: Language,
});

/**
 * When the incident was observed, in the time zone `zone`, as exactly as the sender knows it.
 * `from` and `until` are local date-times without a zone, as `<input type="datetime-local">` gives
 * them.
 */
export type Observed = v.InferOutput<typeof Observed>;

const localDateTime = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));

export const Observed = v.strictObject({
  from: localDateTime,
  until: v.optional(localDateTime),
  zone: ZoneName,
});

/**
 * Tells whether `<input type="datetime-local">`, or a browser that shows it as a text field, gave a
 * valid time.
 */
export const isLocalTime = (text: string): boolean =>
  v.is(localDateTime, text) && !Number.isNaN(Date.parse(`${text}:00Z`));

/** The maximum size of an inquiry, in bytes of JSON in UTF-8. */
export const inquiryMaxBytes = 24 * 1024;

/**
 * The content of an inquiry (draft of 24 April 2019, "Procedure for Making an Inquiry", steps 1 to
 * 5). The invocation, the non-accusation and the closing are not stored: they are fixed sentences,
 * rendered in the reader's language.
 */
export type InquiryContent = v.InferOutput<typeof InquiryContent>;

/** The CSIRTAmericas taxonomy, the region's own 14 values. Shown in the reader's words. */
export const incidentKinds = [
  "defacement",
  "malware",
  "ddos",
  "phishing",
  "spam",
  "botnet",
  "fastflux",
  "cryptojacking",
  "xss",
  "sqli",
  "vulnerability",
  "infoleak",
  "compromise",
  "other",
] as const;

export const IncidentKind = v.picklist(incidentKinds);

/** The actions that are asked of the other side, after IODEF's Expectation (RFC 7970, 3.15). */
export const requestedActions = [
  "confirm-receipt",
  "investigate",
  "preserve-data",
  "share-information",
  "contact-sender",
] as const;

export const RequestedAction = v.picklist(requestedActions);

export const InquiryContent = v.pipe(
  v.strictObject({
    schema: v.literal("inquiry/1"),
    /** Step 1. */
    to: DeskAddress,
    /** Step 2: who asks. */
    from: DeskAddress,
    sender: Sender,
    /** Step 3: the measure invoked; each language has a fixed text for it. */
    invocation: v.literal("cbm-2/ag-res-2925/78"),
    /** Step 4. */
    kind: IncidentKind,
    observed: Observed,
    nature: filledText,
    mark: SharingMark,
    severity: v.optional(Severity),
    /** Step 5. */
    asked: v.pipe(v.array(RequestedAction), v.minLength(1)),
    question: v.optional(filledText),
    urgency: Urgency,
    replyTo: ReplyTo,
    /** "views the incident as a potential national security matter" (draft, Implications). */
    nationalSecurityConfirmed: v.literal(true),
    /** The device's clock, for people only. */
    writtenAt: Instant,
  }),
  v.check((content) => utf8Bytes(JSON.stringify(content)) <= inquiryMaxBytes, "tooLong"),
);

export type IncidentKind = (typeof incidentKinds)[number];

export type RequestedAction = (typeof requestedActions)[number];
