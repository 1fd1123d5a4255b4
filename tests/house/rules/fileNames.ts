import { basename } from "node:path/posix";
import type { SourceFile } from "#tests/house/parseFile.ts";

type NamedFile = Pick<SourceFile, "path" | "exports" | "declared">;

/** Files whose name doesn't say what they hold. */
export const listMisnamed = (files: readonly NamedFile[]): readonly string[] =>
  files.filter(isMisnamed).map(({ path }) => path);

/**
 * `Sign.tsx` bears the name of a component that stands in it, or the beginning of one. Any other file
 * is named after its export; one of several is named for what they share, which only a reader can judge.
 */
const isMisnamed = ({ path, exports, declared }: NamedFile): boolean => {
  const name = basename(path).replace(/\.tsx?$/, "");
  if (exports.length === 0) return false;
  if (/^[A-Z]/.test(name)) return !isNamedAfter(name, declared);
  const [only, ...others] = new Set(exports.map((exported) => exported.toLowerCase()));
  return only !== undefined && others.length === 0 && !isNamedAfter(name, [only]);
};

const isNamedAfter = (name: string, names: readonly string[]): boolean =>
  names.some((each) => each.toLowerCase().includes(name.replace(/s$/, "").toLowerCase()));
