import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { createPrivateRecords } from "./privateRecords.ts";

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
/** For a transaction that writes more than this. */
export const planIdentityWrite = records.planWrite;
