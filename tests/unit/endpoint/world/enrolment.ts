import { randomBytes, randomUUID } from "node:crypto";
import * as v from "valibot";
import type { Role } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { DeviceKeys } from "#domain/trust/registry.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import { type EnrolmentRequest, enrolDevice } from "#protocol/enrolment.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";
import { carry, post, type Target } from "./calls.ts";
import { createEnvelope } from "./letters.ts";
import type { TestInvitation, TestPublisher } from "./testEndpoint.ts";

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

/** An endpoint and the publisher that it trusts. */
export type PublishedTarget = Target & { readonly publisher: TestPublisher };

export type TestDevice = TestEnrolment & Pick<TestInvitation, "grant">;

/** An invitation whose grant the endpoint has taken. */
export const invite = async (
  target: PublishedTarget,
  desk: string,
  role: Role = "desk",
  days?: number,
): Promise<TestInvitation> => {
  const invitation = target.publisher.invite(desk, role, days);
  const answer = await carry(target, invitation.file);
  if (answer.status !== 201) throw new Error(`The grant was answered with ${answer.status}.`);
  return invitation;
};

/** A device of this desk, invited by the publisher and enrolled as a device does it. */
export const enrol = async (
  target: PublishedTarget,
  desk: string,
  role: Role = "desk",
): Promise<TestDevice> => {
  const { grant, seed } = await invite(target, desk, role);
  const enrolment = createEnrolment(seed);
  const answer = await target.request(enrolDevice.path, post(enrolment.request));
  if (answer.status !== 201) throw new Error(`Enrolling was answered with ${answer.status}.`);
  return { ...enrolment, grant };
};

/** A device of Chile, one of Jamaica, and envelopes from the one to the other, with any change. */
export const enrolPair = async (target: PublishedTarget) => {
  const sender = await enrol(target, "CL/policy");
  const recipient = await enrol(target, "JM/policy");
  const write = (change: Readonly<Record<string, unknown>> = {}) =>
    createEnvelope({ sealedTo: [recipient.device, sender.device], ...change });
  return { sender, recipient, write };
};

/** Revokes a device's grant. */
export const revoke = async (target: PublishedTarget, device: TestDevice): Promise<void> => {
  const answer = await carry(target, target.publisher.revoke(device.grant.id));
  if (answer.status !== 201) throw new Error(`Revoking was answered with ${answer.status}.`);
};
