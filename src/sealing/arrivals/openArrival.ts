import { type DeskId, deskToId } from "#domain/desk.ts";
import { type Envelope, parseEnvelope } from "#domain/envelope/envelope.ts";
import type { HandoverContent } from "#domain/letter/replies.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ArrivalProblem, KeptLetter } from "#domain/thread/thread.ts";
import type { DeskDevice } from "#domain/trust/deskDevices.ts";
import type { SignedLetter } from "#sealing/outgoing/sealLetter.ts";
import type { DeviceIdentity } from "#sealing/vault/privateValues.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { verifyLetter } from "#signing/verifyLetter.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import type { Arrival } from "./planArrivals.ts";

/** The keys that open an envelope: this device's own, or its desk's recovery sheet's. */
type OpeningKeys =
  | { readonly type: "devices"; readonly identities: readonly DeviceIdentity[] }
  | { readonly type: "sheet"; readonly identity: string };

/**
 * Opens one arrived envelope and verifies its letter against the devices that the registry vouches
 * for. Every failure is a fact about that envelope, and is shown as one.
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
 * Opens the body with the keys of the devices that the envelope names: trying all keys would cost 3
 * ms for each recipient. The envelope does not name recovery sheets.
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
  // The envelope names this device, but none of its keys opens it: the list of devices was changed.
  return err({ type: keys.type === "sheet" ? "notSealedToUs" : "sealBroken" });
};

type OpenedHandover = {
  readonly kept: readonly KeptLetter[];
  /** Letters whose authors the registry does not know (yet). */
  readonly unknownCount: number;
};

/**
 * Opens the letters that a colleague's device hands over. Each is verified by its own author's
 * signature, as if it had arrived alone. Letters that fail, or belong to another desk, are left
 * out.
 */
const openHandover = async (
  { letters }: HandoverContent,
  desk: DeskId,
  devices: readonly DeskDevice[],
): Promise<OpenedHandover> => {
  const kept: KeptLetter[] = [];
  let unknownCount = 0;
  for (const { signed, receipt } of letters) {
    const letter = await verifyLetter(signed, null, devices);
    if (!letter.ok && letter.error.type === "authorUnknown") unknownCount += 1;
    if (!letter.ok) continue;
    const { id, kind, from, to } = letter.value;
    const isOurs = deskToId(from) === desk || deskToId(to) === desk;
    if (kind === "handover" || !isOurs || receipt.id !== id) continue;
    kept.push({ letter: letter.value, signed, position: null, receipt, queuedAt: null });
  }
  return { kept, unknownCount };
};

export type ReadingKeys = {
  readonly devices: readonly DeskDevice[];
  readonly opening: OpeningKeys;
  /** True if the registry was just read: only then is an unknown author a problem. */
  readonly isRegistryFresh: boolean;
};

/**
 * Reads an arrived envelope: returns letters for their threads, or its problem. Returns undefined
 * if its author may become known once the registry is read.
 */
export const readArrival = async (
  row: ArrivedEnvelope,
  { devices, opening, isRegistryFresh }: ReadingKeys,
): Promise<Arrival | undefined> => {
  const opened = await openArrival(row, opening, devices);
  if (!opened.ok) {
    const isLeft =
      row.state === "sealed" && opened.error.type === "authorUnknown" && !isRegistryFresh;
    return isLeft ? undefined : { row, kept: [], problem: opened.error };
  }
  const { letter, signed } = opened.value;
  if (letter.content.schema !== "handover/1") {
    const { position, receipt } = row;
    return { row, kept: [{ letter, signed, position, receipt, queuedAt: null }], problem: null };
  }
  const { kept, unknownCount } = await openHandover(letter.content, row.desk, devices);
  return unknownCount > 0 && !isRegistryFresh ? undefined : { row, kept, problem: null };
};
