import { readFileSync } from "node:fs";
import { type ESTree, parseSync } from "vite";
import { projectFolder } from "./listFiles.ts";

/** `isLazy` for `import()`: what it names runs later. Types count as imports like any other. */
export type Import = { readonly from: string; readonly line: number; readonly isLazy: boolean };

export type SourceFile = {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names of what is exported, types included. */
  readonly exports: readonly string[];
  /** Names of the constants and classes that stand at the top, exported or not. */
  readonly declared: readonly string[];
  readonly program: ESTree.Program;
  readonly lineAt: (offset: number) => number;
};

/** Parses TypeScript or TSX as the bundler does; throws if it doesn't parse. */
export const parseFile = (path: string): SourceFile =>
  parseCode(path, readFileSync(projectFolder + path, "utf8"));

export const parseCode = (path: string, code: string): SourceFile => {
  const { program, module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineAt = (offset: number): number => code.slice(0, offset).split("\n").length;
  const atStart = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest] : [])),
    ),
  ];
  const later = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const literal = /^["'`]([^"'`$]+)["'`]$/.exec(code.slice(start, end));
    return literal?.[1] === undefined ? [] : [{ value: literal[1], start }];
  });
  const toImport = (isLazy: boolean) => (found: { value: string; start: number }) => ({
    from: found.value,
    line: lineAt(found.start),
    isLazy,
  });
  return {
    path,
    imports: [...atStart.map(toImport(false)), ...later.map(toImport(true))],
    exports: module.staticExports.flatMap(({ entries }) =>
      entries.map(({ exportName }) => exportName.name ?? "default"),
    ),
    declared: program.body.flatMap(listDeclared),
    program,
    lineAt,
  };
};

const listDeclared = (statement: ESTree.Statement | ESTree.Directive): readonly string[] => {
  const declaration =
    statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declaration?.type === "ClassDeclaration") return declaration.id ? [declaration.id.name] : [];
  if (declaration?.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
};
