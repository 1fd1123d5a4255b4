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

/** What a letter says of itself, besides its content. */
type LetterHead = {
  readonly id: EnvelopeId;
  readonly thread: ThreadId;
  readonly from: DeskAddress;
  readonly to: DeskAddress;
  readonly urgency: Urgency;
  readonly author: DeviceId;
  readonly writtenAt: Instant;
  /** As `listSeen` gives them. */
  readonly seen: readonly EnvelopeId[];
  readonly replaces?: EnvelopeId | undefined;
};

/** A letter whose kind follows from its content; ready to be signed. */
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

/** Every content's schema is its kind and a version. */
const contentToKind = ({ schema }: LetterContent): EnvelopeKind => {
  // The template type says so; splitting a text loses it.
  return schema.slice(0, schema.indexOf("/")) as EnvelopeKind;
};

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
