import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import type { DeviceKeys } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { EnrolmentRequest } from "#protocol/messages.ts";
import { bytesToBase64url } from "#signing/base64url.ts";
import { digestText } from "#signing/digestText.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";
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

/** Fresh keys for a device that wants to join a desk: one to sign with, one to be sealed to. */
export const createIdentity = async (newId: () => string): Promise<DeviceSecrets> => {
  const { createSealingIdentity } = await import("#sealing/age/age.ts");
  const { identity, recipient } = await createSealingIdentity();
  const seed = createSigningSeed();
  return {
    device: newId() as DeviceId,
    signingSeed: bytesToBase64url(seed),
    signingKey: seedToPublicKey(seed),
    sealingIdentity: identity,
    sealingKey: recipient,
  };
};

/** A request that went, or is about to; kept until it is answered. */
export type PendingEnrolment = {
  /** Stands for the code, which is kept nowhere. */
  readonly invitationKey: PublicKey;
  readonly secrets: DeviceSecrets;
  readonly token: string;
  readonly request: EnrolmentRequest;
};

/** Fresh keys and a token for a device, and the request that an invitation's key (`seed`) signs. */
export const createPendingEnrolment = async (
  { clock, newId }: { readonly clock: () => number; readonly newId: () => string },
  seed: Uint8Array,
): Promise<PendingEnrolment> => {
  const secrets = await createIdentity(newId);
  const invitationKey = seedToPublicKey(seed);
  const { device, signingKey, sealingKey } = secrets;
  const keys: DeviceKeys = {
    schema: "enrolment/1",
    invitationKey,
    device,
    signingKey,
    sealingKey,
    enrolledAt: msToInstant(clock()),
  };
  const token = bytesToBase64url(crypto.getRandomValues(new Uint8Array(32)));
  const tokenHash = await digestText(token);
  const request = { keys: signText(seed, "enrolment", JSON.stringify(keys)), tokenHash };
  return { invitationKey, secrets, token, request };
};
