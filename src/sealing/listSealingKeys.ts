import { type DeskAddress, isSameDesk } from "#domain/desk.ts";
import { type DeskDevice, listDeskDevices, listRecipients } from "#domain/deskDevices.ts";
import type { DeviceId } from "#domain/envelope.ts";
import type { Letter } from "#domain/letter.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listRegistry } from "#storage/registry.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import type { DeviceIdentity } from "./identities.ts";

export type SealingKeysError =
  | StorageError
  /** Telephone, e-mail or paper is the way. */
  | { readonly type: "deskWithoutDevices" };

/**
 * Whom a letter is sealed to, by device: all that count today of the other desk and of one's own,
 * this one among them whether the registry knows it yet or not.
 */
export const listSealingKeys = async (
  database: EnlaceDatabase,
  { from, to }: Pick<Letter, "from" | "to">,
  own: DeviceIdentity,
): Promise<Result<ReadonlyMap<DeviceId, string>, SealingKeysError>> => {
  const devices = await listKnownDevices(database);
  if (!devices.ok) return devices;
  const isWithinDesk = isSameDesk(from, to);
  const others = isWithinDesk ? [] : listRecipients(devices.value, to);
  if (!isWithinDesk && others.length === 0) return err({ type: "deskWithoutDevices" });
  const known = [...others, ...listRecipients(devices.value, from)].map(
    ({ keys }) => [keys.device, keys.sealingKey] as const,
  );
  return ok(new Map([...known, [own.device, own.sealingKey]]));
};

/** How many a letter within a desk is sealed to, at most. */
export const countRecipients = async (
  database: EnlaceDatabase,
  desk: DeskAddress,
): Promise<Result<number, StorageError>> => {
  const devices = await listKnownDevices(database);
  return devices.ok ? ok(listRecipients(devices.value, desk).length + 1) : devices;
};

/** Every device that the registry vouches for, as far as it was read. */
export const listKnownDevices = async (
  database: EnlaceDatabase,
): Promise<Result<readonly DeskDevice[], StorageError>> => {
  const registry = await tryStorage(() => listRegistry(database));
  return registry.ok ? ok(listDeskDevices(registry.value)) : registry;
};
