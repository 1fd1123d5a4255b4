import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Grant, type GrantId, Revocation } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { listSigned } from "#secretariat/publisher/listSigned.ts";
import type { FolderPublisher } from "#secretariat/publisher/publisher.ts";
import { writeSigned } from "#secretariat/publisher/signedFiles.ts";

export type SignedAgain = {
  /** What the newest key had not signed yet. */
  readonly revocations: number;
  readonly grants: number;
  /**
   * For a shell: all files that were signed again with the newest key, now or before. Revocations come
   * first: a device that was revoked must not count for a moment.
   */
  readonly patterns: readonly string[];
  /** Not signed: no key of the folder stands behind what they say now. */
  readonly brokenPaths: readonly string[];
  /** Not signed: two different contents bear this id, and devices rely on the first that they saw. */
  readonly doubtfulIds: readonly GrantId[];
};

/**
 * Signs the folder's grants and revocations with its newest key, word for word, into files beside the
 * old ones. The same again writes nothing new.
 */
export const signAgain = async (
  folder: string,
  publisher: FolderPublisher,
): Promise<SignedAgain> => {
  const { publicKeys } = publisher;
  const grants = await listSigned(folder, "grant", Grant, publicKeys);
  const revocations = await listSigned(folder, "revocation", Revocation, publicKeys);
  const plans = {
    grants: planAgain(
      grants.opened.map(({ file, value }) => ({ file, id: value.id })),
      publisher,
    ),
    revocations: planAgain(
      revocations.opened.map(({ file, value }) => ({ file, id: value.grant })),
      publisher,
    ),
  };
  const toPath = (purpose: string, id: string): string =>
    join(folder, `${purpose}-${id}-key-${publisher.keyNumber}.json`);
  for (const { file, id } of [...plans.revocations.lacking, ...plans.grants.lacking]) {
    await writeSigned(toPath(file.purpose, id), publisher.sign(file.purpose, file.content));
  }
  return {
    revocations: plans.revocations.lacking.length,
    grants: plans.grants.lacking.length,
    patterns: await listPatterns(folder, publisher.keyNumber),
    brokenPaths: [...grants.brokenPaths, ...revocations.brokenPaths],
    doubtfulIds: [...plans.grants.doubtfulIds, ...plans.revocations.doubtfulIds],
  };
};

type Signed = { readonly file: SignedFile; readonly id: GrantId };

/** What the newest key has not signed yet, each content once. */
const planAgain = (
  signed: readonly Signed[],
  { publicKeys: [newest] }: FolderPublisher,
): { readonly lacking: readonly Signed[]; readonly doubtfulIds: readonly GrantId[] } => {
  const lacking: Signed[] = [];
  const doubtfulIds: GrantId[] = [];
  for (const [id, ofId] of Map.groupBy(signed, (each) => each.id)) {
    const [first] = ofId;
    if (!first) continue;
    if (ofId.some(({ file }) => file.content !== first.file.content)) doubtfulIds.push(id);
    else if (!ofId.some(({ file }) => file.key === newest)) lacking.push(first);
  }
  return { lacking, doubtfulIds };
};

const listPatterns = async (folder: string, keyNumber: number): Promise<readonly string[]> => {
  const ending = `-key-${keyNumber}.json`;
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending));
  return ["revocation-", "grant-"]
    .filter((start) => names.some((name) => name.startsWith(start)))
    .map((start) => join(folder, `${start}*${ending}`));
};
