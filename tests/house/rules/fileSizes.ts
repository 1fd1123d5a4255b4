import { basename, dirname } from "node:path/posix";
import type { Link } from "./addresses.ts";

/** Lines of each file, as `wc -l` counts them, by its path. */
export type Sizes = ReadonlyMap<string, number>;

/** A folder that is a list, and how the name of a row of it ends. */
export type ListFolder = { readonly folder: string; readonly ending: string };

/** What tells whether a short file has a reason that a computer can see. */
export type Uses = {
  readonly links: readonly Link[];
  /** What a page, a worker, a person or a timer starts. */
  readonly entries: readonly string[];
  readonly lists: readonly ListFolder[];
};

export type ShortFile = { readonly path: string; readonly why: string };

export const listTooLong = (sizes: Sizes): readonly string[] =>
  [...sizes]
    .filter(([, lines]) => lines > 300)
    .map(([path, lines]) => `${path} has ${lines} lines`);

/** Short files that have no reason to be alone, and whoever could take them in. */
export const listTooShort = (
  sizes: Sizes,
  uses: Uses,
  excused: readonly ShortFile[],
): readonly string[] => {
  const named = new Set(excused.map(({ path }) => path));
  return [...sizes]
    .filter(([path, lines]) => isShort(lines) && !named.has(path) && !findReason(path, uses))
    .map(([path, lines]) => `${path} has ${lines} lines, and ${sayUsers(path, uses.links)}`);
};

/** Why a file needs no excuse any more, or nothing. */
export const explainNeedless = (path: string, sizes: Sizes, uses: Uses): string | undefined => {
  const lines = sizes.get(path);
  if (lines === undefined) return "there is no such file";
  return isShort(lines) ? findReason(path, uses) : `it has ${lines} lines`;
};

/** Rows of the table of lists that name no file. */
export const listEmptyLists = ({ lists }: Uses, sizes: Sizes): readonly ListFolder[] =>
  lists.filter((list) => ![...sizes.keys()].some((path) => isRow(path, list)));

const isShort = (lines: number): boolean => lines < 40;

const findReason = (path: string, { links, entries, lists }: Uses): string | undefined => {
  if (entries.includes(path)) return "it is started by itself";
  const uses = links.filter(({ to }) => to === path);
  if (uses.some(({ isLazy }) => isLazy)) return "it is loaded apart";
  if (new Set(uses.map(({ from }) => dirname(from))).size > 1) return "two folders use it";
  return lists.some((list) => isRow(path, list)) ? "it is a row of a list" : undefined;
};

const isRow = (path: string, { folder, ending }: ListFolder): boolean =>
  dirname(path) === folder && path.endsWith(ending);

const sayUsers = (path: string, links: readonly Link[]): string => {
  const users = [...new Set(links.filter(({ to }) => to === path).map(({ from }) => from))];
  const [first, ...others] = users;
  if (first === undefined) return "nobody imports it";
  if (others.length === 0) return `its one user is ${first}`;
  return `only ${dirname(first)} uses it: ${users.map((user) => basename(user)).join(", ")}`;
};
