import type { Enrolment } from "#domain/device/profile.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { EnrolmentAnswer } from "#protocol/messages.ts";
import { type PendingEnrolment, planIdentityWrite } from "#sealing/records/identities.ts";
import type { SaveError } from "#sealing/records/privateRecords.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { tryStorage } from "#storage/storageError.ts";

export type FinishError =
  | SaveError
  /** It answers for another device. */
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number };

/** Makes this device one of its desk's: identity, enrolment, and the pending request gone. */
export const finishEnrolment = async (
  { database, vault }: PrivateDeps,
  pending: PendingEnrolment,
  answer: EnrolmentAnswer,
): Promise<Result<Enrolment, FinishError>> => {
  const { secrets, token, invitationKey } = pending;
  const { device, role, desk, enrolledAt } = answer;
  if (device !== secrets.device) return err({ type: "notOurEndpoint", httpStatus: 200 });
  const identity = await planIdentityWrite(vault, { ...secrets, desk }, 0);
  if (!identity.ok) return identity;
  const enrolment: Enrolment = { device, token, role, desk, enrolledAt, invitationKey };
  const saved = await tryStorage(() =>
    saveEnrolment(database, enrolment, {
      privates: [identity.value],
      removes: [{ kind: "pendingEnrolment", id: invitationKey }],
    }),
  );
  if (!saved.ok) return saved;
  return saved.value.ok ? ok(enrolment) : saved.value;
};
