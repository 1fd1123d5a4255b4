import { randomBytes, randomUUID } from "node:crypto";
import * as v from "valibot";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { DeviceKeys } from "#domain/trust/registry.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { EnrolmentRequest } from "#protocol/messages.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";

/** What a device makes of an invitation before it asks to be enrolled, and keeps. */
export type TestEnrolment = {
  readonly device: DeviceId;
  readonly token: string;
  readonly signingSeed: Uint8Array;
  readonly keys: DeviceKeys;
  readonly request: EnrolmentRequest;
};

/** `seed` is the invitation's; any member of the keys can be changed before they are signed. */
export const createEnrolment = (
  seed: Uint8Array,
  change: Partial<Record<keyof DeviceKeys, unknown>> = {},
): TestEnrolment => {
  const signingSeed = createSigningSeed();
  const token = randomBytes(32).toString("base64url");
  const keys = v.parse(DeviceKeys, {
    schema: "enrolment/1",
    invitationKey: seedToPublicKey(seed),
    device: randomUUID(),
    signingKey: seedToPublicKey(signingSeed),
    sealingKey: createSealingKey(),
    enrolledAt: "2026-11-22T03:59:00.000Z",
    ...change,
  });
  const file = signText(seed, "enrolment", JSON.stringify(keys));
  const request = { keys: file, tokenHash: sha256(token) };
  return { device: keys.device, token, signingSeed, keys, request };
};

/** As long and as written as an age recipient; nothing is sealed to it here. */
const createSealingKey = (): string => {
  const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const characters = Array.from(randomBytes(1950), (byte) => alphabet.charAt(byte & 31));
  return `age1pq1${characters.join("")}`;
};
