import type { ESTree } from "vite";
import type { SourceFile } from "./parseFile.ts";
import { walk } from "./walk.ts";

export type KeyUse = { readonly key: string; readonly at: string };

/** Literal keys given to `t(…)`; those chosen by a condition too. */
export const listKeys = (source: SourceFile): readonly KeyUse[] =>
  listGiven(source).flatMap(({ node, at }) =>
    node.type === "Literal" ? [{ key: String(node.value), at: `${at} ${String(node.value)}` }] : [],
  );

export type BuiltKey = {
  /** Matches a whole key; each group is what a value stands for. */
  readonly pattern: RegExp;
  readonly at: string;
};

/** Keys given to `t(…)` in which values stand: `kind.${kind}.label`. */
export const listBuiltKeys = (source: SourceFile): readonly BuiltKey[] =>
  listGiven(source).flatMap(({ node, at }) => {
    if (node.type !== "TemplateLiteral") return [];
    const fixed = node.quasis.map(({ value }) => value.raw.replaceAll(".", "\\."));
    return [{ pattern: new RegExp(`^${fixed.join("([\\w-]+)")}$`), at }];
  });

/** Keys given to `t(…)` that the compiler can't know: sums, casts, and any with a text to fall back on. */
export const listUnknownKeys = (source: SourceFile): readonly string[] => {
  const found = listGiven(source)
    .filter(({ node }) => node.type === "BinaryExpression" || hasCast(node))
    .map(({ at }) => at);
  walk(source.program, (node) => {
    const isDefault =
      node.type === "Property" &&
      node.key.type === "Identifier" &&
      node.key.name === "defaultValue";
    if (isDefault) found.push(`${source.path}:${source.lineAt(node.start)}`);
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

type Given = { readonly node: ESTree.Node; readonly at: string };

/** What stands where `t(…)` takes a key, each branch of a condition by itself. */
const listGiven = ({ path, program, lineAt }: SourceFile): readonly Given[] => {
  const found: Given[] = [];
  walk(program, (node) => {
    if (!isTranslation(node)) return;
    const at = `${path}:${lineAt(node.start)}`;
    for (const given of listChoices(node.arguments[0])) found.push({ node: given, at });
  });
  return found;
};

const isTranslation = (node: ESTree.Node): node is ESTree.CallExpression =>
  node.type === "CallExpression" &&
  ((node.callee.type === "Identifier" && node.callee.name === "t") ||
    (node.callee.type === "MemberExpression" &&
      node.callee.property.type === "Identifier" &&
      node.callee.property.name === "t"));

const listChoices = (node: ESTree.Node | undefined): readonly ESTree.Node[] => {
  if (!node) return [];
  if (node.type === "ParenthesizedExpression") return listChoices(node.expression);
  if (node.type !== "ConditionalExpression") return [node];
  return [...listChoices(node.consequent), ...listChoices(node.alternate)];
};

const hasCast = (node: ESTree.Node): boolean => {
  let found = false;
  walk(node, (part) => {
    found ||= part.type === "TSAsExpression";
  });
  return found;
};
