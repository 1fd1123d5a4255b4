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
import { saveRevocationReport } from "#storage/device/revocationReport.ts";
import type { CallFailure } from "#sync/endpoint/endpointClient.ts";

export type RevocationDeps = {
  readonly database: EnlaceDatabase;
  readonly publishers: readonly PublicKey[];
  /** This device no longer belongs to that desk, and its data of it was erased. */
  readonly onRevoked: (desk: DeskAddress, erased: "desk" | "everything") => void;
  readonly clock: () => number;
};

/**
 * S13. A refusal of type `revoked` erases if it contains the publisher's revocation of one of our
 * grants. Every other refusal, a plain 401 included, changes nothing here.
 */
export const takeRevocation = async (
  deps: RevocationDeps,
  failure: CallFailure | { readonly type: string },
): Promise<void> => {
  if (!isRefusal(failure) || failure.error.type !== "revoked") return;
  const { revocation, grant } = failure.error;
  const opened = await openPublished(revocation, "revocation", Revocation, deps.publishers);
  if (!opened.ok) return;
  const entries: RegistryEntry[] = [{ type: "revocation", revocation: opened.value }];
  await eraseRevoked(deps, [...entries, ...(await openGrant(grant, deps.publishers))]);
};

/** A device that was revoked before it first read the registry knows its grant only from here. */
const openGrant = async (
  file: SignedFile | undefined,
  publishers: readonly PublicKey[],
): Promise<readonly RegistryEntry[]> => {
  const opened = file && (await openPublished(file, "grant", Grant, publishers));
  return opened?.ok ? [{ type: "grant", grant: opened.value }] : [];
};

/** S13, by the entries of the registry and `further` ones, all of them verified. */
export const eraseRevoked = async (
  deps: RevocationDeps,
  further: readonly RegistryEntry[] = [],
): Promise<void> => {
  const entries = await listRegistry(deps.database);
  const enrolments = await listEnrolments(deps.database);
  for (const { device, desk } of planRevoked([...entries, ...further], enrolments)) {
    const erased = await eraseEnrolment(deps.database, device);
    if (erased === "nothing") continue;
    const erasedAt = msToInstant(deps.clock());
    await saveRevocationReport(deps.database, {
      desk,
      erasedAt,
      isEverything: erased === "everything",
    });
    deps.onRevoked(desk, erased);
  }
};

/**
 * Enrolments whose grant is revoked. A grant is found by the invitation's key, which no other device
 * can claim; a device's id proves nothing.
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
