import { deskToId } from "#domain/desk.ts";
import type { DeskDevice } from "#domain/deskDevices.ts";
import type { Envelope } from "#domain/envelope.ts";
import { parseEnvelope } from "#domain/parseEnvelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ArrivalProblem } from "#domain/threadRecord.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { verifyLetter } from "#signing/verifyLetter.ts";
import type { ArrivedEnvelope } from "#storage/arrived.ts";
import type { DeviceIdentity } from "./identities.ts";
import type { SignedLetter } from "./sealLetter.ts";

/**
 * Opens one arrived envelope with this device's keys and verifies what is in it against the devices
 * that the registry vouches for. Every failure is a fact about that envelope, shown as such.
 */
export const openArrival = async (
  { desk, bytes, receipt }: ArrivedEnvelope,
  identities: readonly DeviceIdentity[],
  devices: readonly DeskDevice[],
): Promise<Result<SignedLetter, ArrivalProblem>> => {
  const envelope = parseEnvelope(bytes ?? "");
  if (!envelope.ok) return err({ type: "sealBroken" });
  const { id, from, to } = envelope.value;
  const isOfFeed = deskToId(from) === desk || deskToId(to) === desk;
  if (id !== receipt.id || !isOfFeed) return err({ type: "readdressed" });
  const opened = await openBody(envelope.value, identities);
  if (!opened.ok) return opened;
  const signed = parseSignedFile(opened.value);
  if (!signed.ok) return err({ type: "letterMalformed" });
  const letter = await verifyLetter(signed.value, envelope.value, devices);
  return letter.ok ? ok({ letter: letter.value, signed: signed.value }) : letter;
};

/** The envelope says whose keys open it: trying all would cost 3 ms for each recipient. */
const openBody = async (
  { sealedTo, body }: Envelope,
  identities: readonly DeviceIdentity[],
): Promise<Result<string, ArrivalProblem>> => {
  const ours = identities.filter(({ device }) => sealedTo.includes(device));
  if (ours.length === 0) return err({ type: "notSealedToUs" });
  const { openWith } = await import("./age.ts");
  const text = await openWith(
    body,
    ours.map(({ sealingIdentity }) => sealingIdentity),
  );
  // Named, and none of our keys opens it: what it names was changed.
  return text === undefined ? err({ type: "sealBroken" }) : ok(text);
};
