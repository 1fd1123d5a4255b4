import type { EnlaceDatabase } from "#storage/database.ts";
import type { OpenDatabase } from "#storage/openDatabase.ts";
import { copyContent } from "#sync/copyContent.ts";
import { findConfig, refreshConfig } from "#sync/loadConfig.ts";
import { takeShippedDirectory } from "#sync/refreshDirectory.ts";

type CopyDeps = { readonly open: OpenDatabase; readonly baseUrl: string };

/** The texts and the directory, without the app itself. */
export const copyToDevice = ({ open, baseUrl }: CopyDeps) => {
  const { database } = open;
  return Promise.all([copyContent(database, baseUrl), copyDirectory(database, baseUrl)]);
};

/** Whom to trust is looked at first: a new build may ship an edition that a new key has signed. */
const copyDirectory = async (database: EnlaceDatabase, baseUrl: string) => {
  const config = (await refreshConfig(database, baseUrl)) ?? (await findConfig(database));
  const { publishers = [], demonstration = null } = config ?? {};
  const deps = { database, publishers, demonstration, clock: () => Date.now() };
  return takeShippedDirectory(deps, baseUrl);
};
