import type { DeskAddress } from "./desk.ts";
import type { Envelope, EnvelopeId, ThreadId, WithdrawalContent } from "./envelope.ts";
import type { InquiryContent } from "./inquiry.ts";
import type { Instant } from "./instant.ts";
import type { Urgency } from "./urgency.ts";

/** The envelope that carries an inquiry; its body is the content as JSON, sealed to nobody yet. */
export const createInquiryEnvelope = (
  content: InquiryContent,
  ids: { readonly id: EnvelopeId; readonly thread: ThreadId },
): Envelope => ({
  ...ids,
  kind: "inquiry",
  from: content.from,
  to: content.to,
  urgency: content.urgency,
  sealedTo: [],
  body: JSON.stringify(content),
});

export type Withdrawal = {
  readonly id: EnvelopeId;
  readonly thread: ThreadId;
  /** The inquiry's envelope that is taken back. */
  readonly withdraws: EnvelopeId;
  readonly from: DeskAddress;
  readonly to: DeskAddress;
  readonly urgency: Urgency;
  readonly writtenAt: Instant;
};

/** The envelope that takes an inquiry back (S10). */
export const createWithdrawalEnvelope = (withdrawal: Withdrawal): Envelope => {
  const { id, thread, withdraws, from, to, urgency, writtenAt } = withdrawal;
  const content: WithdrawalContent = { schema: "withdrawal/1", withdraws, writtenAt };
  const body = JSON.stringify(content);
  return { id, thread, kind: "withdrawal", from, to, urgency, sealedTo: [], body };
};

/**
 * The bytes that are sent, kept and digested: JSON with its keys in one order. Made once a message;
 * whoever needs them again keeps them, since the same id with other bytes is another message (S2).
 */
export const envelopeToBytes = (envelope: Envelope): string => {
  const { id, thread, kind, from, to, urgency, sealedTo, body } = envelope;
  return JSON.stringify({
    id,
    thread,
    kind,
    from: { state: from.state, desk: from.desk },
    to: { state: to.state, desk: to.desk },
    urgency,
    sealedTo,
    body,
  });
};
