import type { ESTree } from "vite";
import type { SourceFile } from "./parseFile.ts";
import { walk } from "./walk.ts";

/** Where a component holds words of its own: `src/app/X.tsx:12 Hello`. */
export const listTexts = ({ path, program, lineAt }: SourceFile): readonly string[] => {
  const found: string[] = [];
  const note = (node: ESTree.Node, text: string): void => {
    if (/\p{L}/u.test(text)) found.push(`${path}:${lineAt(node.start)} ${text.trim()}`);
  };
  walk(program, (node) => {
    if (node.type === "JSXText") note(node, node.value);
    if (node.type === "JSXAttribute" && isSpoken(node)) noteLiterals(node.value, note);
    if (node.type === "JSXElement" || node.type === "JSXFragment") {
      for (const child of node.children) noteLiterals(child, note);
    }
  });
  return found;
};

/** Attributes that are read out or shown. */
const spoken = new Set(
  "aria-label aria-description title placeholder alt label summary".split(" "),
);

const isSpoken = ({ name }: ESTree.JSXAttribute): boolean =>
  name.type === "JSXIdentifier" && spoken.has(name.name);

/** A literal itself, or one chosen in `{a ? "b" : "c"}` or `{a && "b"}`; arguments are no texts. */
const noteLiterals = (
  node: ESTree.Node | null,
  note: (node: ESTree.Node, text: string) => void,
): void => {
  if (!node) return;
  if (node.type === "JSXExpressionContainer") noteLiterals(node.expression, note);
  if (node.type === "LogicalExpression") noteLiterals(node.right, note);
  if (node.type === "Literal") note(node, String(node.value));
  if (node.type === "TemplateLiteral")
    note(node, node.quasis.map(({ value }) => value.raw).join(""));
  if (node.type === "ConditionalExpression") {
    noteLiterals(node.consequent, note);
    noteLiterals(node.alternate, note);
  }
};
