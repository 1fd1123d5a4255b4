import type { DeskAddress } from "#domain/desk.ts";
import type {
  DeviceId,
  Envelope,
  EnvelopeId,
  EnvelopeKind,
  ThreadId,
  Urgency,
} from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { Letter, LetterContent } from "./letter.ts";

/** The fields of a letter besides its content. */
type LetterHead = {
  readonly id: EnvelopeId;
  readonly thread: ThreadId;
  readonly from: DeskAddress;
  readonly to: DeskAddress;
  readonly urgency: Urgency;
  readonly author: DeviceId;
  readonly writtenAt: Instant;
  /** As `listSeen` returns them. */
  readonly seen: readonly EnvelopeId[];
  readonly replaces?: EnvelopeId | undefined;
};

/** Creates a letter, ready to be signed; its kind follows from its content. */
export const createLetter = (head: LetterHead, content: LetterContent): Letter => {
  const { id, thread, from, to, urgency, author, writtenAt, seen, replaces } = head;
  return {
    schema: "letter/1",
    id,
    thread,
    kind: contentToKind(content),
    from,
    to,
    urgency,
    author,
    writtenAt,
    seen: [...seen],
    ...(replaces === undefined ? {} : { replaces }),
    content,
  };
};

/** Takes the kind from the content's schema, which is a kind and a version. */
const contentToKind = ({ schema }: LetterContent): EnvelopeKind => {
  // The template type guarantees this, but splitting the text loses it.
  return schema.slice(0, schema.indexOf("/")) as EnvelopeKind;
};

/** Creates a letter's envelope: the fields readable in transit, and the sealed body. */
export const letterToEnvelope = (
  letter: Letter,
  sealedTo: readonly DeviceId[],
  body: string,
): Envelope => {
  const { id, thread, kind, from, to, urgency } = letter;
  return { id, thread, kind, from, to, urgency, sealedTo: [...sealedTo], body };
};

/**
 * Converts an envelope to the bytes that are sent, stored and digested: JSON with its keys in a
 * fixed order. Do this once for each sealing and keep the bytes, because sealing again gives other
 * bytes (S2).
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
