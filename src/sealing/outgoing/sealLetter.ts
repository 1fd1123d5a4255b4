import { bodyMaxBytes, type DeviceId, type Digest } from "#domain/envelope/envelope.ts";
import { envelopeToBytes, letterToEnvelope } from "#domain/letter/createLetter.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { DeviceIdentity } from "#sealing/records/identities.ts";
import { digestText } from "#signing/digestText.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listSealingKeys, type SealingKeysError } from "./listSealingKeys.ts";

export type SealError =
  | SealingKeysError
  | { readonly type: "letterTooLong"; readonly maxBytes: number };

export type SealedLetter = {
  readonly bytes: string;
  readonly digest: Digest;
  readonly sealedTo: readonly DeviceId[];
};

export type SignedLetter = { readonly letter: Letter; readonly signed: SignedFile };

/**
 * The envelope of a letter, sealed to every device that counts today: the other desk's and one's
 * own, this one among them whether the registry knows it yet or not; and to the desks' recovery
 * sheets, which it does not name.
 */
export const sealLetter = async (
  database: EnlaceDatabase,
  { letter, signed }: SignedLetter,
  own: DeviceIdentity,
): Promise<Result<SealedLetter, SealError>> => {
  const keys = await listSealingKeys(database, letter, own);
  if (!keys.ok) return keys;
  const { sealTo } = await import("#sealing/age/age.ts");
  const { devices, sheets } = keys.value;
  const body = await sealTo(JSON.stringify(signed), [...devices.values(), ...sheets]);
  if (body.length > bodyMaxBytes) return err({ type: "letterTooLong", maxBytes: bodyMaxBytes });
  const sealedTo = [...devices.keys()];
  const bytes = envelopeToBytes(letterToEnvelope(letter, sealedTo, body));
  return ok({ bytes, digest: await digestText(bytes), sealedTo });
};
