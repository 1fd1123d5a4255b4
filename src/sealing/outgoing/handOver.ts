import { type DeskAddress, deskToId } from "#domain/desk.ts";
import { bodyMaxBytes, type ThreadId } from "#domain/envelope/envelope.ts";
import type { HandoverContent } from "#domain/letter/replies.ts";
import { ok, type Result } from "#domain/result.ts";
import { utf8Bytes } from "#domain/text.ts";
import type { FindError } from "#sealing/records/privateRecords.ts";
import { findThread } from "#sealing/records/records.ts";
import type { PrivateDeps, SealingDeps } from "#sealing/vault/useSealing.ts";
import { listSent } from "#storage/outbox/sent.ts";
import { tryStorage } from "#storage/storageError.ts";
import { type QueueLetterError, queueLetter } from "./queueLetter.ts";
import { countRecipients } from "./sealLetter.ts";

export type HandedOver = {
  /** Excludes the notes within the desk, which are also handed over. */
  readonly letters: number;
  /** Letters too long to be handed over inside another letter. */
  readonly tooLong: number;
};

/**
 * Hands over the letters of these threads, as their authors signed them, sealed to all devices of
 * one's own desk, so that a device that joined later receives them. Leaves out letters that the
 * endpoint is not known to hold, because the feed will bring those.
 */
export const handOver = async (
  deps: SealingDeps,
  desk: DeskAddress,
  threads: readonly ThreadId[],
): Promise<Result<HandedOver, QueueLetterError>> => {
  const letters = await listHeldLetters(deps, desk, threads);
  if (!letters.ok) return letters;
  const recipients = await countRecipients(deps.database, desk);
  if (!recipients.ok) return recipients;
  const { chunks, tooLong } = planHandover(letters.value.handed, recipients.value);
  for (const chunk of chunks) {
    const queued = await queueLetter(deps, {
      thread: deps.newId() as ThreadId,
      from: desk,
      to: desk,
      urgency: "none",
      content: { schema: "handover/1", letters: [...chunk] },
    });
    if (!queued.ok) return queued;
  }
  return ok({ letters: letters.value.handed.length - letters.value.noteCount - tooLong, tooLong });
};

type HeldLetters = {
  readonly handed: readonly HandedLetter[];
  /** How many of these are notes. People count letters, not notes. */
  readonly noteCount: number;
};

const listHeldLetters = async (
  deps: PrivateDeps,
  desk: DeskAddress,
  threads: readonly ThreadId[],
): Promise<Result<HeldLetters, FindError>> => {
  const sent = await tryStorage(() => listSent(deps.database));
  if (!sent.ok) return sent;
  const receipts = new Map(sent.value.map(({ envelopeId, receipt }) => [envelopeId, receipt]));
  const handed: HandedLetter[] = [];
  let noteCount = 0;
  for (const id of threads) {
    const thread = await findThread(deps, { id, desk: deskToId(desk) });
    if (!thread.ok) return thread;
    for (const { letter, signed, receipt } of thread.value?.value.letters ?? []) {
      const known = receipt ?? receipts.get(letter.id);
      if (!known) continue;
      handed.push({ signed, receipt: known });
      if (letter.kind === "note") noteCount += 1;
    }
  }
  return ok({ handed, noteCount });
};

export type HandedLetter = HandoverContent["letters"][number];

type HandoverPlan = {
  readonly chunks: readonly (readonly HandedLetter[])[];
  /** Letters too long to be handed over inside another letter. */
  readonly tooLong: number;
};

/** Bytes in an age file's header: a line for each recipient, and the text around them. */
const recipientBytes = 1_600;

const headerBytes = 512;

/** Bytes for the enclosing letter's head, its signature, and the last step of the padding. */
const letterBytes = 4_096;

/** Packs letters, in order, into as few handovers as possible, each small enough to seal. */
export const planHandover = (
  letters: readonly HandedLetter[],
  recipientCount: number,
): HandoverPlan => {
  const fileBytes = (bodyMaxBytes / 4) * 3;
  const maxBytes = fileBytes - headerBytes - recipientCount * recipientBytes - letterBytes;
  const chunks: HandedLetter[][] = [];
  let leftBytes = 0;
  let tooLong = 0;
  for (const letter of letters) {
    const sizeBytes = countBytes(letter);
    if (sizeBytes > maxBytes) {
      tooLong += 1;
      continue;
    }
    if (sizeBytes > leftBytes) {
      chunks.push([]);
      leftBytes = maxBytes;
    }
    chunks.at(-1)?.push(letter);
    leftBytes -= sizeBytes;
  }
  return { chunks, tooLong };
};

/** Counts a letter's bytes in the enclosing letter and signed file: JSON in JSON in JSON. */
const countBytes = (letter: HandedLetter): number =>
  utf8Bytes(JSON.stringify(JSON.stringify(letter)));
