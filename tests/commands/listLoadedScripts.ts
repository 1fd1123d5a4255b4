import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path/posix";
import { distFolder } from "#tests/house/distFolder.ts";

/** Paths in the build of what `import("…/‹name›.ts")` loads: its chunk, and all that it imports. */
export const listLoadedScripts = (name: string): readonly string[] => {
  const pattern = new RegExp(`^${name}-[\\w-]{8}\\.js$`);
  const [first, ...others] = readdirSync(join(distFolder, "assets")).filter((file) =>
    pattern.test(file),
  );
  if (first === undefined || others.length > 0) throw new Error(`no single chunk for ${name}`);
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const imported of listImports(path)) load(join("assets", imported));
  };
  load(`assets/${first}`);
  return [...loaded];
};

/** `import{a}from"./x.js"`, `import"./x.js"`, `export*from"./x.js"`; not `import("./x.js")`. */
const listImports = (path: string): readonly string[] =>
  Array.from(
    readFileSync(join(distFolder, path), "utf8").matchAll(
      /\b(?:import|from)\s*["'`](\.\/[^"'`]+\.js)["'`]/g,
    ),
    ([, imported = ""]) => imported,
  );
