import type { OpenDatabase } from "#storage/openDatabase.ts";
import { copyContent } from "#sync/copyContent.ts";
import { takeShippedDirectory } from "#sync/refreshDirectory.ts";

type CopyDeps = { readonly open: OpenDatabase; readonly baseUrl: string };

/** The texts and the directory, without the app itself. */
export const copyToDevice = ({ open, baseUrl }: CopyDeps) => {
  const { database } = open;
  return Promise.all([
    copyContent(database, baseUrl),
    takeShippedDirectory({ database, clock: () => Date.now() }, baseUrl),
  ]);
};
