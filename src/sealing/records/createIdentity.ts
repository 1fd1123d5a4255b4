import type { DeviceId } from "#domain/envelope/envelope.ts";
import { bytesToBase64url } from "#signing/base64url.ts";
import { createSigningSeed, seedToPublicKey } from "#signing/createSigningSeed.ts";
import type { DeviceSecrets } from "./identities.ts";

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
