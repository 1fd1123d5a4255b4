import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { Grant, type GrantId, Revocation } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { type FolderPublisher, openPublisher } from "#secretariat/publisher/publisher.ts";
import { listSigned, writeSigned } from "#secretariat/publisher/signedFiles.ts";
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
sign-again [--folder ‹publisher›]

  After “rotate”: signs every grant and revocation of the folder with the newest key as well, under
  the same ids and word for word, into files beside the old ones. Carried to the endpoint, they keep
  the devices that were let in under the old key. What the newest key has signed is left as it is.

  If the old key was stolen, look through “list” first, and revoke what you do not know.

  --folder  where the keys are kept; “publisher”, if not given
`.trim();

const Options = v.object({ folder: folderOption, files: noFiles });

/**
 * Signs the folder's grants and revocations with its newest key, with the same content, into files
 * beside the old ones. Running it again writes nothing.
 */
const signAgain = async (folder: string, publisher: FolderPublisher): Promise<SignedAgain> => {
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

const listProblems = ({ brokenPaths, doubtfulIds }: SignedAgain): readonly string[] => [
  ...brokenPaths.map((path) => `${path} was not signed with these keys, and is not now.`),
  ...doubtfulIds.map((id) => `Two files say different things of ${id}; neither is signed again.`),
];

export const signAgainCommand: Command = {
  usage,
  run: async (args) => {
    const parsed = parseArguments(args, { folder: "string" }, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const { folder } = parsed.value;
    const publisher = await openPublisher(folder);
    if (!publisher.ok) return refused(publisher.error);
    const again = await signAgain(folder, publisher.value);
    const { grants, revocations, patterns } = again;
    const { keyNumber } = publisher.value;
    const lines = [`Signed with key ${keyNumber}: grants ${grants}, revocations ${revocations}.`];
    if (patterns.length > 0) {
      const files = patterns.join(" ");
      lines.push("Carry them while the endpoint still trusts the old key, too:", "");
      lines.push(`  npm run secretariat -- carry --to https://… ${files}`);
    }
    const problems = listProblems(again);
    return problems.length === 0 ? done(...lines) : refused(...lines, "", ...problems);
  },
};

type SignedAgain = {
  /** How many were signed now. */
  readonly revocations: number;
  readonly grants: number;
  /**
   * Shell patterns of all files that were signed with the newest key, now or before. Revocations come
   * first, so that a revoked device is never valid, not even for a moment.
   */
  readonly patterns: readonly string[];
  /** Not signed: they have no valid signature by a key of the folder. */
  readonly brokenPaths: readonly string[];
  /** Not signed: there are two contents with this id, and devices rely on the first that they saw. */
  readonly doubtfulIds: readonly GrantId[];
};

type Signed = { readonly file: SignedFile; readonly id: GrantId };

/** The files that the newest key has not signed yet, each content once. */
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
