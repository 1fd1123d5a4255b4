import type { OpenDatabase } from "#storage/openDatabase.ts";
import { copyContent } from "#sync/copyContent.ts";
import { findConfig, refreshConfig } from "#sync/loadConfig.ts";
import { takeShippedDirectory } from "#sync/refreshDirectory.ts";
import type { ClosedSealer } from "#sync/takeEdition.ts";

type CopyDeps = {
  readonly open: OpenDatabase;
  readonly baseUrl: string;
  readonly closed: ClosedSealer;
};

/** The texts and the directory, without the app itself. */
export const copyToDevice = (deps: CopyDeps) =>
  Promise.all([copyContent(deps.open.database, deps.baseUrl), copyDirectory(deps)]);

/** Whom to trust is looked at first: a new build may ship an edition that a new key has signed. */
const copyDirectory = async ({ open: { database }, baseUrl, closed }: CopyDeps) => {
  const config = (await refreshConfig(database, baseUrl)) ?? (await findConfig(database));
  const { publishers = [], demonstration = null } = config ?? {};
  const deps = { database, publishers, demonstration, closed, clock: () => Date.now() };
  return takeShippedDirectory(deps, baseUrl);
};
