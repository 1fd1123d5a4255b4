import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { listFiles, projectFolder } from "./listFiles.ts";
import { type Import, parseFile, type SourceFile } from "./parseFile.ts";
import { readCode, readTables } from "./readTables.ts";

const [layerRows = [], packageRows = []] = readTables("docs/architecture.md");
const layers = new Map(layerRows.map(([folder, , may]) => [readCode(folder)[0], readCode(may)]));
const homes = packageRows.map(([name, may]) => ({ name: readCode(name)[0], may: readCode(may) }));

const sources = listFiles("src", ".ts", ".tsx").map(parseFile);
const layerOf = (path: string): string => path.split("/")[1] ?? "";
const featureOf = (path: string): string | undefined =>
  layerOf(path) === "features" ? path.split("/")[2] : undefined;

describe("the architecture", () => {
  test("has a row for every folder of src, and tables that were read", () => {
    expect(layers.size).toBe(14);
    expect(homes.length).toBeGreaterThan(10);
    expect([...new Set(sources.map(({ path }) => layerOf(path)))].filter(hasNoRow)).toEqual([]);
  });

  test("lets a folder import only what its row names, and no feature another", () => {
    expect(listBreaches(explainLayer)).toEqual([]);
  });

  test("gives every package its home", () => {
    expect(listBreaches(explainPackage)).toEqual([]);
  });

  test("writes imports in one way: # across folders, ./ inside one, with an extension that exists", () => {
    expect(listBreaches(explainWriting)).toEqual([]);
  });

  test("names a file after what it exports", () => {
    expect(sources.filter(isMisnamed).map(({ path }) => path)).toEqual([]);
  });

  test("has no barrels, no drawers, and folders in kebab-case", () => {
    const paths = ["src", "tests"].flatMap((folder) => listFiles(folder, ".ts", ".tsx", ".css"));
    expect(paths.filter((path) => basename(path).startsWith("index."))).toEqual([]);
    const folders = new Set(paths.flatMap((path) => dirname(path).split("/")));
    expect([...folders].filter((name) => drawers.has(name) || !/^[a-z0-9-]+$/.test(name))).toEqual(
      [],
    );
  });
});

const drawers = new Set(
  "utils util lib libs helpers common misc types hooks components shared services".split(" "),
);

/** Why an import breaks a rule, or nothing. */
type Explain = (path: string, from: string) => string | undefined;

const listBreaches = (explain: Explain): readonly string[] =>
  sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ from, line }: Import) => {
      const reason = explain(path, from);
      return reason === undefined ? [] : [`${path}:${line} imports ${from}: ${reason}`];
    }),
  );

/** Where an import of ours leads, from the project's folder; packages lead nowhere. */
const resolve = (path: string, from: string): string | undefined => {
  if (from.startsWith("#")) return `src/${from.slice(1)}`;
  return from.startsWith(".") ? join(dirname(path), from.replace(/\?.*$/, "")) : undefined;
};

const explainLayer: Explain = (path, from) => {
  const target = resolve(path, from);
  if (target === undefined) return undefined;
  const layer = layerOf(path);
  if (!target.startsWith("src/")) {
    return layer === "i18n" && target.startsWith("locales/") ? undefined : "it leaves src";
  }
  const feature = featureOf(target);
  if (layer === layerOf(target)) {
    return featureOf(path) === feature ? undefined : "no feature imports another";
  }
  return layers.get(layer)?.includes(layerOf(target))
    ? undefined
    : `${layer} may not import ${layerOf(target)}`;
};

const explainPackage: Explain = (path, from) => {
  if (resolve(path, from) !== undefined) return undefined;
  const home = homes.find(({ name = "" }) =>
    name.endsWith("*") ? from.startsWith(name.slice(0, -1)) : from === name,
  );
  if (!home) return "it stands in no row of the packages";
  return home.may.includes(layerOf(path)) ? undefined : `its home is ${home.may.join(", ")}`;
};

const explainWriting: Explain = (path, from) => {
  const target = resolve(path, from);
  if (target === undefined) return undefined;
  if (!existsSync(projectFolder + target)) return "there is no such file";
  if (!/\.(ts|tsx|css|json)(\?\w+)?$/.test(from)) return "its extension is missing";
  if (!target.startsWith("src/")) return undefined;
  const isInside = layerOf(path) === layerOf(target) && featureOf(path) === featureOf(target);
  if (isInside === from.startsWith(".")) return undefined;
  return isInside ? "inside a folder it is written with ./" : "across folders it begins with #";
};

/** A file of several exports is named for what they share, which only a reader can judge. */
const isMisnamed = ({ path, exports }: SourceFile): boolean => {
  const name = basename(path).replace(/\.tsx?$/, "");
  if (path.endsWith(".tsx")) return exports.length > 0 && !exports.includes(name);
  const [only, ...others] = new Set(exports.map((exported) => exported.toLowerCase()));
  if (only === undefined || others.length > 0) return false;
  return !only.includes(name.replace(/s$/, "").toLowerCase());
};

const hasNoRow = (layer: string): boolean => !layers.has(layer);
