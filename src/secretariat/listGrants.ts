import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type * as v from "valibot";
import type { Instant } from "#domain/instant.ts";
import { Grant, Revocation } from "#domain/registry.ts";
import type { PublicKey } from "#domain/signedFile.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";

export type GrantsOfFolder = {
  /** The oldest first. */
  readonly grants: readonly { readonly grant: Grant; readonly revokedAt: Instant | null }[];
  /** Files that none of the folder's keys has signed as they are now. */
  readonly brokenPaths: readonly string[];
};

/** What the publisher's folder holds of grants and revocations, each verified by the folder's keys. */
export const listGrants = async (
  folder: string,
  publicKeys: readonly PublicKey[],
): Promise<GrantsOfFolder> => {
  const grants = await openFiles(folder, "grant", Grant, publicKeys);
  const revocations = await openFiles(folder, "revocation", Revocation, publicKeys);
  const revokedAtById = new Map(revocations.opened.map((each) => [each.grant, each.revokedAt]));
  return {
    grants: grants.opened
      .map((grant) => ({ grant, revokedAt: revokedAtById.get(grant.id) ?? null }))
      .toSorted((a, b) => a.grant.issuedAt.localeCompare(b.grant.issuedAt)),
    brokenPaths: [...grants.brokenPaths, ...revocations.brokenPaths],
  };
};

const openFiles = async <T>(
  folder: string,
  purpose: "grant" | "revocation",
  schema: v.GenericSchema<unknown, T>,
  publicKeys: readonly PublicKey[],
): Promise<{ readonly opened: readonly T[]; readonly brokenPaths: readonly string[] }> => {
  const opened: T[] = [];
  const brokenPaths: string[] = [];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${purpose}-`) || !name.endsWith(".json")) continue;
    const path = join(folder, name);
    const file = parseSignedFile(await readFile(path, "utf8"));
    const content = file.ok ? await openPublished(file.value, purpose, schema, publicKeys) : file;
    if (content.ok) opened.push(content.value);
    else brokenPaths.push(path);
  }
  return { opened, brokenPaths };
};
