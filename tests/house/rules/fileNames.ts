import { basename } from "node:path/posix";
import type { SourceFile } from "#tests/house/parseFile.ts";

/** Files whose name isn't that of their export; of a `.tsx` it is the name of one of them. */
export const listMisnamed = (
  files: readonly Pick<SourceFile, "path" | "exports">[],
): readonly string[] => files.filter(isMisnamed).map(({ path }) => path);

/** A file of several exports is named for what they share, which only a reader can judge. */
const isMisnamed = ({ path, exports }: Pick<SourceFile, "path" | "exports">): boolean => {
  const name = basename(path).replace(/\.tsx?$/, "");
  if (path.endsWith(".tsx")) return exports.length > 0 && !exports.includes(name);
  const [only, ...others] = new Set(exports.map((exported) => exported.toLowerCase()));
  if (only === undefined || others.length > 0) return false;
  return !only.includes(name.replace(/s$/, "").toLowerCase());
};
