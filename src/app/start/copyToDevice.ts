import { createClosedSealer } from "#sealing/vault/createClosedSealer.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import type { OpenDatabase } from "#storage/openDatabase.ts";
import { copyContent } from "#sync/content/copyContent.ts";
import { takeShippedDirectory } from "#sync/content/refreshDirectory.ts";
import { findConfig, refreshConfig } from "#sync/endpoint/loadConfig.ts";

type CopyDeps = {
  readonly open: OpenDatabase;
  readonly baseUrl: string;
  readonly vault: Vault;
};

/** The texts and the directory, without the app itself. */
export const copyToDevice = (deps: CopyDeps) =>
  Promise.all([copyContent(deps.open.database, deps.baseUrl), copyDirectory(deps)]);

/** Whom to trust is looked at first: a new build may ship an edition that a new key has signed. */
const copyDirectory = async ({ open: { database }, baseUrl, vault }: CopyDeps) => {
  const config = (await refreshConfig(database, baseUrl)) ?? (await findConfig(database));
  const { publishers = [], demonstration = null } = config ?? {};
  const closed = createClosedSealer(vault);
  const deps = { database, publishers, demonstration, closed, clock: () => Date.now() };
  return takeShippedDirectory(deps, baseUrl);
};
