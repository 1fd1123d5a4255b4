import { type DeskAddress, isSameDesk } from "#domain/desk.ts";
import { bodyMaxBytes, type DeviceId, type Digest } from "#domain/envelope/envelope.ts";
import { envelopeToBytes, letterToEnvelope } from "#domain/letter/createLetter.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type DeskDevice, listDeskDevices, listRecipients } from "#domain/trust/deskDevices.ts";
import { findDeskSheet } from "#domain/trust/deskSheet.ts";
import type { RegistryEntry } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { DeviceIdentity } from "#sealing/vault/privateValues.ts";
import { digestText } from "#signing/digestText.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

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
 * Seals a letter in an envelope to every device of both desks that is valid today, including this
 * one even if the registry does not know it yet, and to the desks' recovery sheets, which the
 * envelope does not name.
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

type SealingKeysError =
  | StorageError
  /** The letter can be sent only by telephone, e-mail or paper. */
  | { readonly type: "deskWithoutDevices" };

type SealingKeys = {
  /** Named on the envelope; notices of delivery, or that no recipient is left, refer to these. */
  readonly devices: ReadonlyMap<DeviceId, string>;
  /** Recovery sheets of the desks, which the envelope does not name. */
  readonly sheets: readonly string[];
};

/**
 * Lists the keys that a letter is sealed to: all devices of both desks that are valid today,
 * including this one even if the registry does not know it yet, and both desks' recovery sheets. A
 * desk that has only a sheet is treated as having no devices, because nobody would read the letter.
 */
const listSealingKeys = async (
  database: EnlaceDatabase,
  { from, to }: Pick<Letter, "from" | "to">,
  own: DeviceIdentity,
): Promise<Result<SealingKeys, SealingKeysError>> => {
  const entries = await tryStorage(() => listRegistry(database));
  if (!entries.ok) return entries;
  const devices = listDeskDevices(entries.value);
  const isWithinDesk = isSameDesk(from, to);
  const others = isWithinDesk ? [] : listRecipients(devices, to);
  if (!isWithinDesk && others.length === 0) return err({ type: "deskWithoutDevices" });
  const known = [...others, ...listRecipients(devices, from)].map(
    ({ keys }) => [keys.device, keys.sealingKey] as const,
  );
  const desks = isWithinDesk ? [from] : [to, from];
  return ok({
    devices: new Map([...known, [own.device, own.sealingKey]]),
    sheets: desks.flatMap((desk) => listSheet(entries.value, devices, desk)),
  });
};

const listSheet = (
  entries: readonly RegistryEntry[],
  devices: readonly DeskDevice[],
  desk: DeskAddress,
): readonly string[] => {
  const sheet = findDeskSheet(entries, devices, desk);
  return sheet.type === "made" ? [sheet.sealingKey] : [];
};

/** Counts a desk letter's recipients, at most: the desk's devices, this one, and a sheet. */
export const countRecipients = async (
  database: EnlaceDatabase,
  desk: DeskAddress,
): Promise<Result<number, StorageError>> => {
  const devices = await listKnownDevices(database);
  return devices.ok ? ok(listRecipients(devices.value, desk).length + 2) : devices;
};

/** Lists every device that the registry vouches for, as far as it was read. */
export const listKnownDevices = async (
  database: EnlaceDatabase,
): Promise<Result<readonly DeskDevice[], StorageError>> => {
  const registry = await tryStorage(() => listRegistry(database));
  return registry.ok ? ok(listDeskDevices(registry.value)) : registry;
};
