import { bodyMaxBytes } from "#domain/envelope/envelope.ts";
import { utf8Bytes } from "#domain/inquiry/inquiry.ts";
import type { HandoverContent } from "#domain/letter/replies.ts";

export type HandedLetter = HandoverContent["letters"][number];

export type HandoverPlan = {
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
  const mostBytes = fileBytes - headerBytes - recipientCount * recipientBytes - letterBytes;
  const chunks: HandedLetter[][] = [];
  let leftBytes = 0;
  let tooLong = 0;
  for (const letter of letters) {
    const sizeBytes = countBytes(letter);
    if (sizeBytes > mostBytes) {
      tooLong += 1;
      continue;
    }
    if (sizeBytes > leftBytes) {
      chunks.push([]);
      leftBytes = mostBytes;
    }
    chunks.at(-1)?.push(letter);
    leftBytes -= sizeBytes;
  }
  return { chunks, tooLong };
};

/** Within the letter that is text within a signed file: JSON in JSON in JSON. */
const countBytes = (letter: HandedLetter): number =>
  utf8Bytes(JSON.stringify(JSON.stringify(letter)));
