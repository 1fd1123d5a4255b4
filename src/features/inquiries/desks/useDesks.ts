import { type DeskAddress, isSameDesk } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { Contact } from "#domain/directory/contact.ts";
import type { Edition } from "#domain/directory/edition.ts";
import { type DeskDevice, listDeskDevices, listRecipients } from "#domain/trust/deskDevices.ts";
import { useDirectory } from "#sealing/records/useDirectory.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { findRegistryPosition, listRegistry } from "#storage/desk/registry.ts";
import type { StorageError } from "#storage/storageError.ts";
import { useLive } from "#storage/useLive.ts";

type Desks =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: StorageError }
  | ReadyDesks;

export type ReadyDesks = {
  readonly type: "ready";
  /** Includes the private contacts that are on this device. */
  readonly edition: Edition | undefined;
  readonly enrolments: readonly Enrolment[];
  /** The devices whose chain this device has verified; undefined until it has read a registry. */
  readonly devices: readonly DeskDevice[] | undefined;
};

/**
 * The saved directory, the desks that this device is enrolled for, and the devices of all desks.
 */
export const useDesks = (): Desks => {
  const directory = useDirectory();
  const enrolments = useLive(listEnrolments, "enrolments");
  const devices = useLive(readDevices, "devices");
  if (directory.type === "failed") return directory;
  if (enrolments.type === "failed") return enrolments;
  if (devices.type === "failed") return devices;
  if (directory.type === "loading") return directory;
  if (enrolments.type === "loading" || devices.type === "loading") return { type: "loading" };
  return {
    type: "ready",
    edition: directory.value?.edition,
    enrolments: enrolments.value,
    devices: devices.value,
  };
};

/** An empty registry that was read differs from one that was never read. */
const readDevices = async (
  database: EnlaceDatabase,
): Promise<readonly DeskDevice[] | undefined> => {
  const position = await findRegistryPosition(database);
  return position && listDeskDevices(await listRegistry(database));
};

/** True if a desk is known to have no device: then only phone, e-mail or paper can reach it. */
export const hasNoDevice = (
  devices: readonly DeskDevice[] | undefined,
  desk: DeskAddress | undefined,
): boolean =>
  devices !== undefined && desk !== undefined && listRecipients(devices, desk).length === 0;

/**
 * Returns the first obstacle to sending a letter from one desk to the other. A recipient without a
 * device takes precedence over this device's own missing enrolment.
 */
export const useObstacle = (
  { enrolments, devices }: ReadyDesks,
  from: DeskAddress | undefined,
  to: DeskAddress | undefined,
): "noEndpoint" | "notLasting" | "noDevice" | "notEnrolled" | undefined => {
  const { lasting, endpointUrl } = useSealing();
  if (endpointUrl === null) return "noEndpoint";
  if (!lasting) return "notLasting";
  if (hasNoDevice(devices, to)) return "noDevice";
  const isEnrolled = enrolments.some(
    ({ role, desk }) => role === "desk" && from !== undefined && isSameDesk(desk, from),
  );
  return isEnrolled ? undefined : "notEnrolled";
};

/** Lists the contacts of a desk in the saved directory, the preferred one first. */
export const listContacts = (
  edition: Edition | undefined,
  desk: DeskAddress | undefined,
): readonly Contact[] =>
  edition?.states
    .find(({ state }) => state === desk?.state)
    ?.desks.find(({ kind }) => kind === desk?.desk)?.contacts ?? [];
