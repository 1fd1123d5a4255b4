import type { ESTree } from "vite";
import type { SourceFile } from "./parseFile.ts";
import { walk } from "./walk.ts";

/** The `type` of every error that a file makes by `err({ type })` or names in a type `…Error`. */
export const listErrorTypes = ({ program }: SourceFile): readonly string[] => {
  const found: string[] = [];
  walk(program, (node) => {
    if (isErrCall(node) || isErrorAlias(node)) found.push(...listTypeLiterals(node));
  });
  return found;
};

const isErrCall = (node: ESTree.Node): boolean =>
  node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "err";

const isErrorAlias = (node: ESTree.Node): boolean =>
  node.type === "TSTypeAliasDeclaration" && /(Error|Refusal|Failure|Problem)$/.test(node.id.name);

const listTypeLiterals = (root: ESTree.Node): readonly string[] => {
  const found: string[] = [];
  walk(root, (node) => {
    const isProperty = node.type === "Property" || node.type === "TSPropertySignature";
    if (!isProperty || node.key.type !== "Identifier" || node.key.name !== "type") return;
    walk(node.type === "Property" ? node.value : node.typeAnnotation, (below) => {
      if (below.type === "Literal" && typeof below.value === "string") found.push(below.value);
    });
  });
  return found;
};
