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
  /** Without the notes within the desk, which go along. */
  readonly letters: number;
  /** Too long to be handed on within another letter. */
  readonly tooLong: number;
};

/**
 * The letters of these threads, as their authors signed them, sealed to all devices of one's own
 * desk: one that joined later has them from this. What the endpoint is not known to hold is left out:
 * it will come by the feed.
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
  /** Of these: what was read and whom one engaged. A person counts letters, not notes. */
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
  /** Too long to be handed on within another letter. */
  readonly tooLong: number;
};

/** Of an age file's header: a line for each recipient, and what stands around them. */
const recipientBytes = 1_600;

const headerBytes = 512;

/** The head of the letter that carries them, its signature, and the last step of the padding. */
const letterBytes = 4_096;

/** Letters in as few handovers as hold them, in their order, each small enough to be sealed. */
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

/** Within the letter that is text within a signed file: JSON in JSON in JSON. */
const countBytes = (letter: HandedLetter): number =>
  utf8Bytes(JSON.stringify(JSON.stringify(letter)));
