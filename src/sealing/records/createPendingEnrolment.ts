import { msToInstant } from "#domain/instant.ts";
import type { DeviceKeys } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { EnrolmentRequest } from "#protocol/messages.ts";
import { bytesToBase64url } from "#signing/base64url.ts";
import { seedToPublicKey } from "#signing/createSigningSeed.ts";
import { digestText } from "#signing/digestText.ts";
import { signText } from "#signing/signText.ts";
import { createIdentity } from "./createIdentity.ts";
import type { DeviceSecrets } from "./identities.ts";

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
