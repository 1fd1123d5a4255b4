import { deskToId } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import type { DeviceKeys } from "#domain/trust/registry.ts";
import type { DeviceSecrets, PendingEnrolment } from "#sealing/vault/privateValues.ts";

import { bytesToBase64url } from "#signing/base64url.ts";
import { digestText } from "#signing/digestText.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";
import { createPrivateRecords } from "./privateRecords.ts";

const records = createPrivateRecords("identity", ({ device, desk }) => ({
  id: device,
  desk: deskToId(desk),
}));

export const listIdentities = records.list;

export const findIdentity = records.find;

/** Plans a write for a transaction that also writes other rows. */
export const planIdentityWrite = records.planWrite;

/** Creates the keys of a device that wants to join a desk: for signing and for sealing. */
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

/**
 * Creates keys and a token for a device, and the request, signed with the invitation's key
 * (`seed`).
 */
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
