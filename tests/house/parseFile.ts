import { readFileSync } from "node:fs";
import { type ESTree, parseSync } from "vite";
import { projectFolder } from "./listFiles.ts";

export type Import = { readonly from: string; readonly line: number };

export type SourceFile = {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names of what is exported, types included. */
  readonly exports: readonly string[];
  readonly program: ESTree.Program;
  readonly lineAt: (offset: number) => number;
};

/** Parses TypeScript or TSX as the bundler does; throws if it doesn't parse. */
export const parseFile = (path: string): SourceFile => {
  const code = readFileSync(projectFolder + path, "utf8");
  const { program, module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineAt = (offset: number): number => code.slice(0, offset).split("\n").length;
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest] : [])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^["'`]([^"'`$]+)["'`]$/.exec(code.slice(start, end));
      return literal?.[1] === undefined ? [] : [{ value: literal[1], start }];
    }),
  ];
  return {
    path,
    imports: found.map(({ value, start }) => ({ from: value, line: lineAt(start) })),
    exports: module.staticExports.flatMap(({ entries }) =>
      entries.map(({ exportName }) => exportName.name ?? "default"),
    ),
    program,
    lineAt,
  };
};
