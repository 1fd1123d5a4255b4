import { randomUUID } from "node:crypto";
import { idToDesk } from "#domain/desk.ts";
import type { DeviceId, Envelope, EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { createLetter, letterToEnvelope } from "#domain/letter/createLetter.ts";
import type { Letter } from "#domain/letter/letter.ts";
import type { DeviceKeys } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { sealTo } from "#sealing/age/age.ts";
import { signText } from "#signing/signText.ts";
import { createAnswer } from "./createAnswer.ts";

export type Forgery = {
  readonly thread: ThreadId;
  readonly text: string;
  /** Who is said to have written it, and whose key signs it. */
  readonly author: DeviceId;
  readonly seed: Uint8Array;
  /** What is done to it after it was signed; a text is sealed as it is. */
  readonly change?: (signed: SignedFile) => SignedFile | string;
};

/** An answer of Jamaica's desk to Chile's that Jamaica never gave, sealed to Chile's devices. */
export const forgeAnswer = async (
  recipients: readonly DeviceKeys[],
  forgery: Forgery,
): Promise<Envelope> => {
  const letter = writeLetter(forgery);
  const signed = signText(forgery.seed, "letter", JSON.stringify(letter));
  const inside = forgery.change?.(signed) ?? signed;
  const body = await sealTo(
    typeof inside === "string" ? inside : JSON.stringify(inside),
    recipients.map(({ sealingKey }) => sealingKey),
  );
  return letterToEnvelope(
    letter,
    recipients.map(({ device }) => device),
    body,
  );
};

const writeLetter = ({ thread, text, author }: Forgery): Letter =>
  createLetter(
    {
      id: randomUUID() as EnvelopeId,
      thread,
      from: idToDesk("JM/policy" as never),
      to: idToDesk("CL/policy" as never),
      urgency: "day",
      author,
      writtenAt: msToInstant(Date.now()),
      seen: [thread as string as EnvelopeId],
    },
    createAnswer(text),
  );
