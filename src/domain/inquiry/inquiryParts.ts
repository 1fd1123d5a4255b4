import * as v from "valibot";
import { ZoneName } from "#domain/directory/contact.ts";
import type { Instant } from "#domain/instant.ts";
import { type InquiryContent, isLocalTime, type Observed, requestedActions } from "./inquiry.ts";
import type { InquiryDraft } from "./inquiryDraft.ts";
import { draftToSender, type SenderParts } from "./sender.ts";
import { toSeverity } from "./severityScale.ts";

/**
 * An inquiry that may be incomplete, for review or for printing for clearance. The sender's texts
 * may be empty.
 */
export type InquiryParts = Partial<
  Omit<InquiryContent, "sender" | "replyTo" | "nationalSecurityConfirmed">
> &
  SenderParts;

/** Converts a draft to its valid parts; leaves out invalid ones and corrects none. */
export const draftToParts = (draft: InquiryDraft, now: Instant): InquiryParts => {
  const { to, from, kind, mark, urgency, nature, question } = draft;
  const asked = requestedActions.filter((action) => draft.asked.includes(action));
  const severity = toSeverity(draft.severity);
  const observed = toObserved(draft);
  return {
    schema: "inquiry/1",
    ...(to ? { to } : {}),
    ...(from ? { from } : {}),
    ...draftToSender(draft),
    invocation: "cbm-2/ag-res-2925/78",
    ...(kind ? { kind } : {}),
    ...(observed ? { observed } : {}),
    ...(nature.text.trim() ? { nature: { ...nature, text: nature.text.trim() } } : {}),
    ...(mark ? { mark } : {}),
    ...(severity ? { severity } : {}),
    ...(asked.length > 0 ? { asked } : {}),
    ...(question.text.trim() ? { question: { ...question, text: question.text.trim() } } : {}),
    ...(urgency ? { urgency } : {}),
    writtenAt: now,
  };
};

/** Converts a finished inquiry to the parts that its text is made of. */
export const contentToParts = ({ replyTo, ...content }: InquiryContent): InquiryParts => ({
  ...content,
  replyTo: {
    ...(replyTo.email === undefined ? {} : { email: replyTo.email }),
    ...(replyTo.phone === undefined ? {} : { phone: replyTo.phone }),
  },
});

const toObserved = (draft: InquiryDraft): Observed | undefined => {
  const { observedFrom: from, observedUntil: until, observedZone: zone } = draft;
  if (!isLocalTime(from) || !v.is(ZoneName, zone)) return undefined;
  return { from, zone, ...(isLocalTime(until) ? { until } : {}) };
};
