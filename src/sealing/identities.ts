import { type DeskAddress, deskToId, isSameDesk } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope.ts";
import { ok, type Result } from "#domain/result.ts";
import type { PublicKey } from "#domain/signedFile.ts";
import { createPrivateRecords, type FindError } from "./privateRecords.ts";
import type { PrivateDeps } from "./sealingDeps.ts";

/** The keys of a device, before it belongs to a desk. */
export type DeviceSecrets = {
  readonly device: DeviceId;
  /** 32 bytes in base64url (RFC 8032). */
  readonly signingSeed: string;
  readonly signingKey: PublicKey;
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly sealingIdentity: string;
  /** `age1pq1…` */
  readonly sealingKey: string;
};

/** What makes this device one of a desk's: one identity for each desk that it serves. */
export type DeviceIdentity = DeviceSecrets & { readonly desk: DeskAddress };

const records = createPrivateRecords<DeviceIdentity>("identity", ({ device, desk }) => ({
  id: device,
  desk: deskToId(desk),
}));

export const listIdentities = records.list;
export const findIdentity = records.find;
export const saveIdentity = records.save;
export const removeIdentity = records.remove;
/** For a transaction that writes more than this. */
export const planIdentityWrite = records.planWrite;

/** Those for a desk; more than one while an older enrolment has not been replaced. */
export const listDeskIdentities = async (
  deps: PrivateDeps,
  desk: DeskAddress,
): Promise<Result<readonly DeviceIdentity[], FindError>> => {
  const listed = await records.list(deps);
  if (!listed.ok) return listed;
  const values = listed.value.kept.map(({ value }) => value);
  return ok(values.filter((identity) => isSameDesk(identity.desk, desk)));
};
