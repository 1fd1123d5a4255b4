import type { DeviceId, Envelope } from "#domain/envelope/envelope.ts";
import type { Letter } from "./letter.ts";

/** The envelope of a letter: what whoever carries it may read, and the sealed body. */
export const letterToEnvelope = (
  letter: Letter,
  sealedTo: readonly DeviceId[],
  body: string,
): Envelope => {
  const { id, thread, kind, from, to, urgency } = letter;
  return { id, thread, kind, from, to, urgency, sealedTo: [...sealedTo], body };
};

/**
 * The bytes that are sent, kept and digested: JSON with its keys in one order. Made once a sealing;
 * whoever needs them again keeps them, since sealing again gives other bytes (S2).
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
