import { deskToId } from "#domain/desk.ts";
import { type Envelope, parseEnvelope } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ArrivalProblem } from "#domain/thread/thread.ts";
import type { DeskDevice } from "#domain/trust/deskDevices.ts";
import type { SignedLetter } from "#sealing/outgoing/sealLetter.ts";
import type { DeviceIdentity } from "#sealing/records/identities.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { verifyLetter } from "#signing/verifyLetter.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";

/** With what is opened: this device's own keys, or the secret of its desk's recovery sheet. */
export type OpeningKeys =
  | { readonly type: "devices"; readonly identities: readonly DeviceIdentity[] }
  | { readonly type: "sheet"; readonly identity: string };

/**
 * Opens one arrived envelope and verifies what is in it against the devices that the registry vouches
 * for. Every failure is a fact about that envelope, shown as such.
 */
export const openArrival = async (
  { desk, bytes, receipt }: ArrivedEnvelope,
  keys: OpeningKeys,
  devices: readonly DeskDevice[],
): Promise<Result<SignedLetter, ArrivalProblem>> => {
  const envelope = parseEnvelope(bytes ?? "");
  if (!envelope.ok) return err({ type: "sealBroken" });
  const { id, from, to } = envelope.value;
  const isOfFeed = deskToId(from) === desk || deskToId(to) === desk;
  if (id !== receipt.id || !isOfFeed) return err({ type: "readdressed" });
  const opened = await openBody(envelope.value, keys);
  if (!opened.ok) return opened;
  const signed = parseSignedFile(opened.value);
  if (!signed.ok) return err({ type: "letterMalformed" });
  const letter = await verifyLetter(signed.value, envelope.value, devices);
  return letter.ok ? ok({ letter: letter.value, signed: signed.value }) : letter;
};

/**
 * The envelope says which devices' keys open it: trying all would cost 3 ms for each recipient. It
 * does not say whether a sheet does.
 */
const openBody = async (
  { sealedTo, body }: Envelope,
  keys: OpeningKeys,
): Promise<Result<string, ArrivalProblem>> => {
  const ours =
    keys.type === "sheet"
      ? [keys.identity]
      : keys.identities
          .filter(({ device }) => sealedTo.includes(device))
          .map(({ sealingIdentity }) => sealingIdentity);
  if (ours.length === 0) return err({ type: "notSealedToUs" });
  const { openWith } = await import("#sealing/age/age.ts");
  const text = await openWith(body, ours);
  if (text !== undefined) return ok(text);
  // A device that is named, and none of our keys opens it: what it names was changed.
  return err({ type: keys.type === "sheet" ? "notSealedToUs" : "sealBroken" });
};
