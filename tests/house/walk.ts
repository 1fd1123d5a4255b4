import type { ESTree } from "vite";

type Visit = (node: ESTree.Node) => void;

/** Calls `visit` for a node and all below it, parents first. */
export const walk = (node: unknown, visit: Visit): void => {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  if (isNode(node)) visit(node);
  for (const [key, value] of Object.entries(node)) if (key !== "parent") walk(value, visit);
};

const isNode = (node: object): node is ESTree.Node =>
  "type" in node && typeof node.type === "string" && "start" in node;
