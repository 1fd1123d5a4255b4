import { type DeskAddress, isSameDesk } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { DeviceKeys, Grant, RegistryEntry } from "./registry.ts";

/** A device whose chain is verified: publisher, grant, keys. */
export type DeskDevice = {
  readonly grant: Grant;
  readonly keys: DeviceKeys;
  readonly isRevoked: boolean;
};

/**
 * Lists every device that the registry vouches for; revoked ones are marked, because their old
 * letters still verify. A grant lets one device in: if two devices claim the same grant, one was
 * added by somebody, so neither is trusted. Each device id is listed once.
 */
export const listDeskDevices = (entries: readonly RegistryEntry[]): readonly DeskDevice[] => {
  const grants = new Map<string, Grant>();
  const revoked = new Set<string>();
  const claims = new Map<string, DeviceKeys[]>();
  for (const entry of entries) {
    if (entry.type === "grant") grants.set(entry.grant.invitationKey, entry.grant);
    if (entry.type === "revocation") revoked.add(entry.revocation.grant);
    if (entry.type === "device") {
      const claimed = claims.get(entry.keys.invitationKey) ?? [];
      claims.set(entry.keys.invitationKey, [...claimed, entry.keys]);
    }
  }
  const seen = new Set<DeviceId>();
  return [...claims].flatMap(([invitationKey, keysOfGrant]) => {
    const grant = grants.get(invitationKey);
    const [keys, ...others] = keysOfGrant;
    const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(keys));
    if (!grant || !keys || !isOne || seen.has(keys.device)) return [];
    seen.add(keys.device);
    return [{ grant, keys, isRevoked: revoked.has(grant.id) }];
  });
};

/** Lists the devices that ask and answer for a desk now: letters to the desk are sealed to them. */
export const listRecipients = (
  devices: readonly DeskDevice[],
  desk: DeskAddress,
): readonly DeskDevice[] =>
  devices.filter(
    ({ grant, isRevoked }) => !isRevoked && grant.role === "desk" && isSameDesk(grant.desk, desk),
  );
