import type { ESTree } from "vite";
import type { SourceFile } from "./parseFile.ts";
import { walk } from "./walk.ts";

export type KeyUse = { readonly key: string; readonly at: string };

/** Literal keys given to `t(…)`; those chosen by a condition too. */
export const listKeys = ({ path, program, lineAt }: SourceFile): readonly KeyUse[] => {
  const found: KeyUse[] = [];
  walk(program, (node) => {
    if (!isTranslation(node)) return;
    for (const key of listChoices(node.arguments[0])) {
      found.push({ key, at: `${path}:${lineAt(node.start)} ${key}` });
    }
  });
  return found;
};

/** Every string that stands in the file: where a key may hide that is passed on as a value. */
export const listStrings = ({ program }: SourceFile): readonly string[] => {
  const found: string[] = [];
  walk(program, (node) => {
    if (node.type === "Literal" && typeof node.value === "string") found.push(node.value);
  });
  return found;
};

/** Calls of `t` whose key is put together from parts. */
export const listBuiltKeys = ({ path, program, lineAt }: SourceFile): readonly string[] => {
  const found: string[] = [];
  walk(program, (node) => {
    if (!isTranslation(node)) return;
    const [key] = node.arguments;
    const isSum = key?.type === "BinaryExpression";
    const isParts = key?.type === "TemplateLiteral" && key.expressions.length > 0;
    if (isSum || isParts) found.push(`${path}:${lineAt(node.start)}`);
  });
  return found;
};

const isTranslation = (node: ESTree.Node): node is ESTree.CallExpression =>
  node.type === "CallExpression" &&
  ((node.callee.type === "Identifier" && node.callee.name === "t") ||
    (node.callee.type === "MemberExpression" &&
      node.callee.property.type === "Identifier" &&
      node.callee.property.name === "t"));

const listChoices = (node: ESTree.Node | undefined): readonly string[] => {
  if (node?.type === "Literal") return [String(node.value)];
  if (node?.type !== "ConditionalExpression") return [];
  return [...listChoices(node.consequent), ...listChoices(node.alternate)];
};
