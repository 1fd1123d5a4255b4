import * as v from "valibot";
import { deskToId } from "#domain/desk.ts";
import { type Instant, instantToDay, msToInstant } from "#domain/instant.ts";
import { openPublisher } from "#secretariat/publisher/publisher.ts";
import { type Command, done, misused, refused } from "./command.ts";
import { type GrantsOfFolder, listGrants } from "./listGrants.ts";
import { folderOption, noFiles, parseArguments } from "./parseArguments.ts";

const usage = `
list [--folder ‹publisher›]

  Lists the grants that were made in this folder: id, desk, role, from when until when they can be
  taken up, and whether they were revoked. Whether a device took one up is known to the endpoint only.

  --folder  where the keys are kept; “publisher”, if not given
`.trim();

const Options = v.object({ folder: folderOption, files: noFiles });

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

const formatState = (
  revokedAt: Instant | null,
  { expiresAt }: { readonly expiresAt: Instant },
  now: Instant,
): string => {
  if (revokedAt !== null) return `revoked ${instantToDay(revokedAt)}`;
  return now < expiresAt ? "open" : "no longer open";
};
