import type { DeskAddress } from "#domain/desk.ts";
import type { DeviceId, EnvelopeId, EnvelopeKind, ThreadId } from "#domain/envelope/envelope.ts";
import type { Urgency } from "#domain/envelope/urgency.ts";
import type { Instant } from "#domain/instant.ts";
import type { Letter, LetterContent } from "./letter.ts";

/** What a letter says of itself, besides its content. */
export type LetterHead = {
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
