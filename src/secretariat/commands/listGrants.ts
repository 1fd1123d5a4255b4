import type { Instant } from "#domain/instant.ts";
import { Grant, Revocation } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { listSigned } from "#secretariat/publisher/listSigned.ts";

export type GrantsOfFolder = {
  /** The oldest first, each once. */
  readonly grants: readonly { readonly grant: Grant; readonly revokedAt: Instant | null }[];
  /** Files that none of the folder's keys has signed as they are now. */
  readonly brokenPaths: readonly string[];
};

/** What the publisher's folder holds of grants and revocations, each verified by the folder's keys. */
export const listGrants = async (
  folder: string,
  publicKeys: readonly PublicKey[],
): Promise<GrantsOfFolder> => {
  const grants = await listSigned(folder, "grant", Grant, publicKeys);
  const revocations = await listSigned(folder, "revocation", Revocation, publicKeys);
  const grantsById = new Map(grants.opened.map(({ value }) => [value.id, value]));
  const revokedAtById = new Map(
    revocations.opened.map(({ value }) => [value.grant, value.revokedAt]),
  );
  return {
    grants: [...grantsById.values()]
      .map((grant) => ({ grant, revokedAt: revokedAtById.get(grant.id) ?? null }))
      .toSorted((a, b) => a.grant.issuedAt.localeCompare(b.grant.issuedAt)),
    brokenPaths: [...grants.brokenPaths, ...revocations.brokenPaths],
  };
};
