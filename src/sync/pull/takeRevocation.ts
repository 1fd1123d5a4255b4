import type { DeskAddress } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import { msToInstant } from "#domain/instant.ts";
import { Grant, type RegistryEntry, Revocation } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { openPublished } from "#signing/openPublished.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { eraseEnrolment } from "#storage/device/eraseEnrolment.ts";
import { saveRevokedWord } from "#storage/device/revokedWord.ts";
import type { CallFailure } from "#sync/endpoint/endpointClient.ts";

export type RevocationDeps = {
  readonly database: EnlaceDatabase;
  readonly publishers: readonly PublicKey[];
  /** This device is no longer one of that desk's: what it kept of it is gone. */
  readonly onRevoked: (desk: DeskAddress, erased: "desk" | "everything") => void;
  readonly clock: () => number;
};

/**
 * S13. An answer that says `revoked` erases if it brings the publisher's own word, for a grant of
 * ours. Every other refusal, a plain 401 among them, changes nothing here.
 */
export const takeRevocation = async (
  deps: RevocationDeps,
  failure: CallFailure | { readonly type: string },
): Promise<void> => {
  if (!isRefusal(failure) || failure.error.type !== "revoked") return;
  const { revocation, grant } = failure.error;
  const opened = await openPublished(revocation, "revocation", Revocation, deps.publishers);
  if (!opened.ok) return;
  const besides: RegistryEntry[] = [{ type: "revocation", revocation: opened.value }];
  await eraseRevoked(deps, [...besides, ...(await openGrant(grant, deps.publishers))]);
};

/** Who was revoked before a first look at the registry knows its grant from nowhere else. */
const openGrant = async (
  file: SignedFile | undefined,
  publishers: readonly PublicKey[],
): Promise<readonly RegistryEntry[]> => {
  const opened = file && (await openPublished(file, "grant", Grant, publishers));
  return opened?.ok ? [{ type: "grant", grant: opened.value }] : [];
};

/** S13, by what the registry says, and `besides`; all of it was verified. */
export const eraseRevoked = async (
  deps: RevocationDeps,
  besides: readonly RegistryEntry[] = [],
): Promise<void> => {
  const entries = await listRegistry(deps.database);
  const enrolments = await listEnrolments(deps.database);
  for (const { device, desk } of planRevoked([...entries, ...besides], enrolments)) {
    const erased = await eraseEnrolment(deps.database, device);
    if (erased === "nothing") continue;
    const erasedAt = msToInstant(deps.clock());
    await saveRevokedWord(deps.database, { desk, erasedAt, isEverything: erased === "everything" });
    deps.onRevoked(desk, erased);
  }
};

/**
 * Enrolments whose grant is revoked. A grant is known by the invitation's key, which no other
 * device can claim: a device's id is only what somebody calls it.
 */
const planRevoked = (
  entries: readonly RegistryEntry[],
  enrolments: readonly Enrolment[],
): readonly Enrolment[] => {
  const grants = new Map<PublicKey, Grant>();
  const revoked = new Set<string>();
  for (const entry of entries) {
    if (entry.type === "grant") grants.set(entry.grant.invitationKey, entry.grant);
    if (entry.type === "revocation") revoked.add(entry.revocation.grant);
  }
  return enrolments.filter(({ invitationKey }) => {
    const grant = grants.get(invitationKey);
    return grant !== undefined && revoked.has(grant.id);
  });
};

const isRefusal = (
  failure: CallFailure | { readonly type: string },
): failure is Extract<CallFailure, { type: "refused" }> => failure.type === "refused";
