import { dirname, join } from "node:path/posix";
import type { SourceFile } from "#tests/house/parseFile.ts";

/** What the rules need to know of a file. */
export type CodeFile = Pick<SourceFile, "path" | "imports">;

/** Why an import of `path` breaks a rule, or nothing. */
export type Explain = (path: string, from: string) => string | undefined;

/** An import that leads to a file of ours; `isLazy` for `import()`. */
export type Link = {
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly isLazy: boolean;
};

export const layerOf = (path: string): string => path.split("/")[1] ?? "";

export const featureOf = (path: string): string | undefined =>
  layerOf(path) === "features" ? path.split("/")[2] : undefined;

/** `src/features/inquiries` of what stands in this feature, `src/domain` of what stands in domain. */
export const homeOf = (path: string): string =>
  path
    .split("/")
    .slice(0, layerOf(path) === "features" ? 3 : 2)
    .join("/");

/** The folder of a noun; what stands beside the nouns, as routes do, has none. */
export const nounOf = (path: string): string | undefined =>
  path.startsWith("src/") && dirname(path).startsWith(`${homeOf(path)}/`)
    ? dirname(path)
    : undefined;

/** Where an import of ours leads, from the project's folder; packages lead nowhere. */
export const findTarget = (path: string, from: string): string | undefined => {
  const written = withoutQuery(from);
  if (written.startsWith("#tests/")) return written.slice(1);
  if (written.startsWith("#")) return `src/${written.slice(1)}`;
  return written.startsWith(".") ? join(dirname(path), written) : undefined;
};

/** `Layout.css` for `Layout.css?inline`. */
export const withoutQuery = (from: string): string => from.replace(/\?.*$/, "");

export const listLinks = (files: readonly CodeFile[]): readonly Link[] =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap(({ from, line, isLazy }) => {
      const to = findTarget(path, from);
      return to === undefined ? [] : [{ from: path, to, line, isLazy }];
    }),
  );

/** Every import that a rule explains away: `src/app/x.ts:3 imports #ui/y.ts: why`. */
export const listBreaches = (files: readonly CodeFile[], explain: Explain): readonly string[] =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap(({ from, line }) => {
      const reason = explain(path, from);
      return reason === undefined ? [] : [`${path}:${line} imports ${from}: ${reason}`];
    }),
  );
