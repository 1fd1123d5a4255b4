import type { Role } from "#domain/desk.ts";
import { paths } from "#protocol/paths.ts";
import { createEnrolment, type TestEnrolment } from "./createEnrolment.ts";
import { createEnvelope } from "./createEnvelope.ts";
import type { TestInvitation, TestPublisher } from "./createTestPublisher.ts";
import { carry, post, type Target } from "./protocolCalls.ts";

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
  const answer = await target.request(paths.enrolments, post(enrolment.request));
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
