import { randomUUID } from "node:crypto";
import { deskToId } from "#domain/desk.ts";
import type { Envelope, EnvelopeId } from "#domain/envelope/envelope.ts";
import { envelopeToBytes } from "#domain/letter/createLetter.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { sealTo } from "#sealing/age/age.ts";
import { listIdentities } from "#sealing/records/identities.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { signText } from "#signing/signText.ts";
import { type TestDevice, valueOf } from "./device.ts";
import type { TestWorld } from "./world.ts";

export type Forgery = {
  readonly letter?: Partial<Letter>;
  readonly envelope?: Partial<Envelope>;
  /** Whose key signs; the author's own unless said otherwise. */
  readonly seed?: Uint8Array;
  readonly purpose?: "letter" | "enrolment";
  /** What is done to the sealed text's plain text. */
  readonly change?: (signed: string) => string;
  /** Recipients that the envelope does not name: a recovery sheet. */
  readonly besides?: readonly string[];
};

/** A letter that `author` never wrote through Enlace, in the feed of `reader`. */
export const forgeLetter = async (
  world: TestWorld,
  author: TestDevice,
  reader: TestDevice,
  { letter: changes, envelope: outside, seed, purpose = "letter", change, besides = [] }: Forgery,
): Promise<EnvelopeId> => {
  const { id: thread, envelopeId } = await author.ask();
  const sample = (await author.findLetter(envelopeId))?.letter;
  if (!sample) throw new Error("no sample");
  const letter = { ...sample, id: randomUUID() as EnvelopeId, thread, ...changes };
  const keys = await listKeys(author);
  const signed = signText(seed ?? keys.seed, purpose, JSON.stringify(letter));
  const text = JSON.stringify(signed);
  const body = await sealTo(change?.(text) ?? text, [
    (await listKeys(reader)).sealingKey,
    ...besides,
  ]);
  const { id, kind, from, to, urgency } = letter;
  const bytes = envelopeToBytes({
    id,
    thread,
    kind,
    from,
    to,
    urgency,
    sealedTo: [reader.device],
    body,
    ...outside,
  });
  const held = await world.receive(bytes);
  await world.forge(deskToId(reader.desk), bytes, held);
  return held.id;
};

const listKeys = async (device: TestDevice) => {
  const [kept] = valueOf(await listIdentities(device)).kept;
  const seed = base64urlToBytes(kept?.value.signingSeed ?? "");
  if (!kept || !seed) throw new Error("no identity");
  return { seed, sealingKey: kept.value.sealingKey };
};
