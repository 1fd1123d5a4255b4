import type { Enrolment } from "#domain/device/profile.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type InvitationCodeError, parseInvitationCode } from "#domain/trust/invitationCode.ts";
import type { EnrolmentAnswer } from "#protocol/enrolment.ts";
import { createPendingEnrolment, planIdentityWrite } from "#sealing/records/identities.ts";
import {
  createPrivateRecords,
  type FindError,
  type SaveError,
} from "#sealing/records/privateRecords.ts";
import type { PendingEnrolment } from "#sealing/vault/privateValues.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { codeToSeed, seedToPublicKey } from "#signing/signText.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { tryStorage } from "#storage/storageError.ts";

export type PrepareError = InvitationCodeError | FindError | SaveError;

type PrepareDeps = PrivateDeps & {
  readonly clock: () => number;
  readonly newId: () => string;
};

const records = createPrivateRecords("pendingEnrolment", (pending) => ({
  id: pending.invitationKey,
  desk: null,
}));

/**
 * Prepares the request for a typed code and saves it before sending: if the answer is lost, the
 * same code gives the same request again.
 */
export const prepareEnrolment = async (
  deps: PrepareDeps,
  typedCode: string,
): Promise<Result<PendingEnrolment, PrepareError>> => {
  const code = parseInvitationCode(typedCode);
  if (!code.ok) return code;
  const seed = await codeToSeed(code.value);
  const found = await records.find(deps, seedToPublicKey(seed));
  if (!found.ok) return found;
  if (found.value) return ok(found.value.value);
  const pending = await createPendingEnrolment(deps, seed);
  const saved = await records.save(deps, pending, 0);
  return saved.ok ? ok(pending) : saved;
};

export type FinishError =
  | SaveError
  /** The endpoint's answer names another device. */
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number };

/** Saves this device's identity and enrolment at its desk; removes the pending request. */
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
