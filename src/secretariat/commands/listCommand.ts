import * as v from "valibot";
import { deskToId } from "#domain/desk.ts";
import { type Instant, instantToDay, msToInstant } from "#domain/instant.ts";
import { Grant, Revocation } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { openPublisher } from "#secretariat/publisher/publisher.ts";
import { listSigned } from "#secretariat/publisher/signedFiles.ts";
import {
  type Command,
  done,
  folderOption,
  misused,
  noFiles,
  parseArguments,
  refused,
} from "./command.ts";

const usage = `
list [--folder ‹publisher›]

  Lists the grants that were made in this folder: id, desk, role, from when until when they can be
  taken up, and whether they were revoked. Whether a device took one up is known to the endpoint only.

  --folder  where the keys are kept; “publisher”, if not given
`.trim();

const Options = v.object({ folder: folderOption, files: noFiles });

/** Lists the grants in the publisher's folder, and when they were revoked, all verified. */
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

const formatGrant = (
  { grant, revokedAt }: GrantsOfFolder["grants"][number],
  now: Instant,
): string => {
  const days = `${instantToDay(grant.issuedAt)} to ${instantToDay(grant.expiresAt)}`;
  return [
    grant.id,
    deskToId(grant.desk),
    grant.role,
    days,
    formatState(revokedAt, grant, now),
  ].join("  ");
};

export const listCommand: Command = {
  usage,
  run: async (args, { nowMs }) => {
    const parsed = parseArguments(args, { folder: "string" }, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const { folder } = parsed.value;
    const publisher = await openPublisher(folder);
    if (!publisher.ok) return refused(publisher.error);
    const { grants, brokenPaths } = await listGrants(folder, publisher.value.publicKeys);
    const lines = grants.map((row) => formatGrant(row, msToInstant(nowMs)));
    if (lines.length === 0) lines.push(`No grants in ${folder}.`);
    if (brokenPaths.length === 0) return done(...lines);
    return refused(
      ...lines,
      ...brokenPaths.map((path) => `${path} was not signed with these keys.`),
    );
  },
};

const formatState = (
  revokedAt: Instant | null,
  { expiresAt }: { readonly expiresAt: Instant },
  now: Instant,
): string => {
  if (revokedAt !== null) return `revoked ${instantToDay(revokedAt)}`;
  return now < expiresAt ? "open" : "no longer open";
};

type GrantsOfFolder = {
  /** Oldest first, each once. */
  readonly grants: readonly { readonly grant: Grant; readonly revokedAt: Instant | null }[];
  /** Files with no valid signature by one of the folder's keys. */
  readonly brokenPaths: readonly string[];
};
