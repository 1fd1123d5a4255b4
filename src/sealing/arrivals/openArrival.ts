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

/** With what is opened: this device's own keys, or the secret of its desk's recovery sheet. */
type OpeningKeys =
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

type OpenedHandover = {
  readonly kept: readonly KeptLetter[];
  /** Letters whose authors the registry does not know, or not yet. */
  readonly unknownCount: number;
};

/**
 * What a colleague's device hands on: each letter is verified by its own author's signature, as if it
 * had come by itself. What does not verify, or is another desk's, is left out.
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
  /** Whether the registry was just looked at: only then an unknown author is a problem. */
  readonly isRegistryFresh: boolean;
};

/**
 * What became of an envelope: letters for their threads, or what is wrong with it. Undefined: its
 * author may be known once the registry has been looked at.
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
