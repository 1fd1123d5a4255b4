import { ok, type Result } from "#domain/result.ts";
import { type InvitationCodeError, parseInvitationCode } from "#domain/trust/invitationCode.ts";
import { createPendingEnrolment, type PendingEnrolment } from "#sealing/records/identities.ts";
import {
  createPrivateRecords,
  type FindError,
  type SaveError,
} from "#sealing/records/privateRecords.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { codeToSeed } from "#signing/codeToSeed.ts";
import { seedToPublicKey } from "#signing/createSigningSeed.ts";

export type PrepareError = InvitationCodeError | FindError | SaveError;

export type PrepareDeps = PrivateDeps & {
  readonly clock: () => number;
  readonly newId: () => string;
};

const records = createPrivateRecords<PendingEnrolment>("pendingEnrolment", (pending) => ({
  id: pending.invitationKey,
  desk: null,
}));

/**
 * What to send for a typed code, kept before it goes: if the answer is lost, the same code gives the
 * same request again.
 */
export const prepareEnrolment = async (
  deps: PrepareDeps,
  typedCode: string,
): Promise<Result<PendingEnrolment, PrepareError>> => {
  const code = parseInvitationCode(typedCode);
  if (!code.ok) return code;
  const seed = await codeToSeed(code.value);
  const held = await records.find(deps, seedToPublicKey(seed));
  if (!held.ok) return held;
  if (held.value) return ok(held.value.value);
  const pending = await createPendingEnrolment(deps, seed);
  const saved = await records.save(deps, pending, 0);
  return saved.ok ? ok(pending) : saved;
};
