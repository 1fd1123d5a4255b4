import { basename, dirname } from "node:path/posix";
import { homeOf } from "./addresses.ts";

/** More is a hall that nobody sees through. */
const mostInFolder = 15;

/** Folders that show more than 15 files or 15 folders. */
export const listOverfull = (paths: readonly string[]): readonly string[] => {
  const folders = listFolders(paths);
  return [
    ...listFull(paths, (folder, count) => `${folder} holds ${count} files`),
    ...listFull(folders, (folder, count) => `${folder} holds ${count} folders`),
  ].toSorted();
};

/**
 * What stands deeper than a noun: `src/‹layer›/‹noun›/x.ts`, `src/features/‹feature›/‹noun›/x.ts`. The
 * unit tests mirror `src`, a folder lower; elsewhere in `tests` it is `tests/‹noun›/‹noun›/x.ts`. What a
 * test reads as data may lie in a folder beside it.
 */
export const listTooDeep = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => {
    if (path.startsWith("tests/") && !/\.(ts|tsx)$/.test(path)) return false;
    const mirrored = path.replace(/^tests\/unit\//, "src/");
    return dirname(mirrored).split("/").length > homeOf(mirrored).split("/").length + 1;
  });

const drawers = new Set(
  "utils util lib libs helpers common misc types hooks components shared services".split(" "),
);

/** Folders whose name says nothing, or isn't in kebab-case. */
export const listMisnamedFolders = (paths: readonly string[]): readonly string[] =>
  listFolders(paths).filter(
    (folder) => drawers.has(basename(folder)) || !/^[a-z0-9-]+$/.test(basename(folder)),
  );

export const listBarrels = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => /^index\.(ts|tsx|css)$/.test(basename(path)));

const listFolders = (paths: readonly string[]): readonly string[] => [
  ...new Set(
    paths.flatMap((path) => {
      const names = dirname(path).split("/");
      return names.map((_, index) => names.slice(0, index + 1).join("/"));
    }),
  ),
];

const listFull = (
  paths: readonly string[],
  say: (folder: string, count: number) => string,
): readonly string[] => {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > mostInFolder)
    .map(([folder, count]) => say(folder, count));
};
