import * as v from "valibot";
import { EmailAddress, ZoneName } from "#domain/directory/contact.ts";
import { parsePhoneNumber } from "#domain/directory/phoneNumber.ts";
import type { Instant } from "#domain/instant.ts";
import { type InquiryContent, Observed, requestedActions } from "./inquiry.ts";
import type { InquiryDraft, SeverityDraft } from "./inquiryDraft.ts";
import { type Severity, severityScales } from "./severityScale.ts";

/**
 * An inquiry as far as it is written: what a review or a print for clearance shows before it is
 * complete. The sender's texts may be empty.
 */
export type InquiryParts = Partial<
  Omit<InquiryContent, "sender" | "replyTo" | "nationalSecurityConfirmed">
> & {
  readonly sender: { readonly name: string; readonly affiliation: string };
  readonly replyTo: { readonly email?: string; readonly phone?: string };
};

/** Every part of a draft that holds by itself; the others are left out, none is mended. */
export const draftToParts = (draft: InquiryDraft, now: Instant): InquiryParts => {
  const { to, from, kind, mark, urgency, nature, question } = draft;
  const asked = requestedActions.filter((action) => draft.asked.includes(action));
  const severity = toSeverity(draft.severity);
  const observed = toObserved(draft);
  return {
    schema: "inquiry/1",
    ...(to ? { to } : {}),
    ...(from ? { from } : {}),
    sender: { name: draft.senderName.trim(), affiliation: draft.senderAffiliation.trim() },
    invocation: "cbm-2/ag-res-2925/78",
    ...(kind ? { kind } : {}),
    ...(observed ? { observed } : {}),
    ...(nature.text.trim() ? { nature: { ...nature, text: nature.text.trim() } } : {}),
    ...(mark ? { mark } : {}),
    ...(severity ? { severity } : {}),
    ...(asked.length > 0 ? { asked } : {}),
    ...(question.text.trim() ? { question: { ...question, text: question.text.trim() } } : {}),
    ...(urgency ? { urgency } : {}),
    replyTo: toReplyAddress(draft),
    writtenAt: now,
  };
};

/** A finished inquiry as what a text is made of. */
export const contentToParts = ({ replyTo, ...content }: InquiryContent): InquiryParts => ({
  ...content,
  replyTo: {
    ...(replyTo.email === undefined ? {} : { email: replyTo.email }),
    ...(replyTo.phone === undefined ? {} : { phone: replyTo.phone }),
  },
});

/** Whether `<input type="datetime-local">`, or a browser that shows it as text, gave a time. */
export const isLocalTime = (text: string): boolean =>
  v.is(Observed.entries.from, text) && !Number.isNaN(Date.parse(`${text}:00Z`));

/** The level chosen on a scale, or undefined while it is not complete. */
export const toSeverity = (draft: SeverityDraft): Severity | undefined => {
  switch (draft.type) {
    case "none":
      return undefined;
    case "known": {
      const scale = severityScales.find(({ id }) => id === draft.scale);
      const level = scale?.levels.find((step) => String(step) === draft.level);
      if (!scale || level === undefined) return undefined;
      return { type: "known", scale: scale.id, level };
    }
    case "named": {
      const [scale, level, worst] = [draft.scale.trim(), draft.level.trim(), draft.worst.trim()];
      return scale && level && worst ? { type: "named", scale, level, worst } : undefined;
    }
  }
};

const toObserved = (draft: InquiryDraft): Observed | undefined => {
  const { observedFrom: from, observedUntil: until, observedZone: zone } = draft;
  if (!isLocalTime(from) || !v.is(ZoneName, zone)) return undefined;
  return { from, zone, ...(isLocalTime(until) ? { until } : {}) };
};

const toReplyAddress = (draft: InquiryDraft): InquiryParts["replyTo"] => {
  const email = draft.replyEmail.trim();
  const phone = parsePhoneNumber(draft.replyPhone);
  return {
    ...(v.is(EmailAddress, email) ? { email } : {}),
    ...(phone.ok ? { phone: phone.value } : {}),
  };
};
