import * as v from "valibot";
import { DeskAddress, isSameDesk } from "#domain/desk.ts";
import {
  DeviceId,
  type Envelope,
  EnvelopeId,
  EnvelopeKind,
  ThreadId,
  Urgency,
} from "#domain/envelope/envelope.ts";
import { InquiryContent } from "#domain/inquiry/inquiry.ts";
import { Instant } from "#domain/instant.ts";
import {
  AcknowledgementContent,
  AnswerContent,
  ClosingContent,
  HandoverContent,
  NoteContent,
  UpdateContent,
  WithdrawalContent,
} from "./replies.ts";

export type LetterContent = v.InferOutput<typeof LetterContent>;

export const LetterContent = v.union([
  InquiryContent,
  WithdrawalContent,
  AcknowledgementContent,
  UpdateContent,
  AnswerContent,
  ClosingContent,
  NoteContent,
  HandoverContent,
]);

/**
 * A person's letter as it is inside the seal, signed by the device that wrote it. It repeats its
 * thread and desks, so that it can't be moved to another thread or desk, and still verifies when it
 * is sealed again for a colleague's new device.
 */
export type Letter = v.InferOutput<typeof Letter>;

/**
 * Checks the desks of a letter: an inquiry's content repeats them, a letter within a desk has the
 * same desk at both ends, and any other has two different ones.
 */
const isOwnAddress = (content: LetterContent, from: DeskAddress, to: DeskAddress): boolean => {
  switch (content.schema) {
    case "inquiry/1":
      return isSameDesk(content.from, from) && isSameDesk(content.to, to);
    case "note/1":
    case "handover/1":
      return isSameDesk(from, to);
    case "withdrawal/1":
    case "acknowledgement/1":
    case "update/1":
    case "answer/1":
    case "closing/1":
      return !isSameDesk(from, to);
  }
};

export const Letter = v.pipe(
  v.strictObject({
    schema: v.literal("letter/1"),
    id: EnvelopeId,
    thread: ThreadId,
    kind: EnvelopeKind,
    from: DeskAddress,
    to: DeskAddress,
    urgency: Urgency,
    author: DeviceId,
    /** The device's clock, for people only. */
    writtenAt: Instant,
    /**
     * The letters of the thread that its author had seen, because no clock decides which letter
     * follows which (S8).
     */
    seen: v.array(EnvelopeId),
    /** The envelope whose recipients were all gone, which this letter replaces. */
    replaces: v.optional(EnvelopeId),
    content: LetterContent,
  }),
  v.check((letter) => letter.content.schema === `${letter.kind}/1`, "kind"),
  v.check(({ content, from, to }) => isOwnAddress(content, from, to), "address"),
);

/** Tells whether an envelope's fields match those of its letter. */
export const isLetterOf = (letter: Letter, envelope: Envelope): boolean =>
  letter.id === envelope.id &&
  letter.thread === envelope.thread &&
  letter.kind === envelope.kind &&
  letter.urgency === envelope.urgency &&
  isSameDesk(letter.from, envelope.from) &&
  isSameDesk(letter.to, envelope.to);
