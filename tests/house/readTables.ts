import { readFileSync } from "node:fs";
import { projectFolder } from "./listFiles.ts";

/** The tables of a Markdown file, in order: their rows without the head, cells trimmed. */
export const readTables = (path: string): readonly (readonly (readonly string[])[])[] => {
  const blocks = readFileSync(projectFolder + path, "utf8").split("\n\n");
  return blocks
    .filter((block) => block.startsWith("|"))
    .map((block) => block.trim().split("\n").slice(2).map(toCells));
};

/** What stands in backticks in a cell. */
export const readCode = (cell: string | undefined): readonly string[] =>
  [...(cell ?? "").matchAll(/`([^`]+)`/g)].flatMap(([, code]) =>
    code === undefined ? [] : [code],
  );

const toCells = (row: string): readonly string[] =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
