import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type CodeFile,
  layerOf,
  listBreaches,
  listLinks,
  nounOf,
} from "#tests/house/rules/addresses.ts";
import { createFileGraph, createNounGraph, findCircles } from "#tests/house/rules/circles.ts";
import { entries, lists, shortFiles } from "#tests/house/rules/excused.ts";
import { listMisnamed } from "#tests/house/rules/fileNames.ts";
import {
  explainNeedless,
  listEmptyLists,
  listTooLong,
  listTooShort,
  type Sizes,
} from "#tests/house/rules/fileSizes.ts";
import {
  listBarrels,
  listMisnamedFolders,
  listOverfull,
  listTooDeep,
} from "#tests/house/rules/folders.ts";
import { explainLayer, explainPackage, explainWriting } from "#tests/house/rules/imports.ts";
import { listSharedClasses } from "#tests/house/rules/styleClasses.ts";
import { listFiles, projectFolder } from "./listFiles.ts";
import { parseFile } from "./parseFile.ts";
import { readCode, readTables } from "./readTables.ts";

// The rules are pure functions in `tests/house/rules`, where tests show each of them fail on an
// invented tree. Here they are asked about the project itself.

const [layerRows = [], nounRows = [], packageRows = []] = readTables("docs/architecture.md");
const layers = new Map(layerRows.map(([folder, , may]) => [readCode(folder)[0], readCode(may)]));
const homes = packageRows.map(([name, may]) => ({ name: readCode(name)[0], may: readCode(may) }));

const paths = ["src", "tests"].flatMap((folder) => listFiles(folder));
const sources = listFiles("src", ".ts", ".tsx").map(parseFile);
const tests: readonly CodeFile[] = listFiles("tests", ".ts", ".tsx").map(parseFile);
const links = listLinks([...sources, ...tests]);

const countLines = (among: readonly string[]): Sizes =>
  new Map(
    among.map((path) => [path, readFileSync(projectFolder + path, "utf8").split("\n").length - 1]),
  );

describe("the architecture", () => {
  test("has a row for every folder of src, and tables that were read", () => {
    expect(new Set(layers.keys())).toEqual(new Set(sources.map(({ path }) => layerOf(path))));
    expect(homes.length).toBeGreaterThan(10);
  });

  test("has a row for every noun, and none for a noun that is gone", () => {
    const told = nounRows.map(([home, noun]) => `src/${readCode(home)[0]}/${readCode(noun)[0]}`);
    const found = new Set(listFiles("src").flatMap((path) => nounOf(path) ?? []));
    expect(told.toSorted()).toEqual([...found].toSorted());
  });

  test("lets a folder import only what its row names, and no feature another", () => {
    expect(listBreaches(sources, explainLayer(layers))).toEqual([]);
  });

  test("gives every package its home", () => {
    expect(listBreaches(sources, explainPackage(homes))).toEqual([]);
  });

  test("writes imports in one way: # across folders, ./ inside one, with an extension that exists", () => {
    const explain = explainWriting((path) => existsSync(projectFolder + path));
    expect(listBreaches([...sources, ...tests], explain)).toEqual([]);
  });

  test("has no circle of files, types included", () => {
    expect(findCircles(createFileGraph(links))).toEqual([]);
  });

  test("has no circle of nouns inside a layer or a feature", () => {
    expect(findCircles(createNounGraph(links))).toEqual([]);
  });

  test("names a file after what it exports", () => {
    expect(listMisnamed(sources)).toEqual([]);
  });

  test("has no barrels, no drawers, and folders in kebab-case", () => {
    expect(listBarrels(paths)).toEqual([]);
    expect(listMisnamedFolders(paths)).toEqual([]);
  });

  test("shows 15 files and 15 folders at most in a folder", () => {
    expect(listOverfull(paths)).toEqual([]);
  });

  test("has its nouns one level deep, and nothing below them", () => {
    expect(listTooDeep(paths)).toEqual([]);
  });

  test("defines a class in one style sheet", () => {
    const sheets = listFiles("src", ".css").map(
      (path) => [path, readFileSync(projectFolder + path, "utf8")] as const,
    );
    expect(listSharedClasses(new Map(sheets))).toEqual([]);
  });
});

describe("the size of a file", () => {
  const sizes = countLines(sources.map(({ path }) => path));
  // What only tests use has no user yet; `vite.config.ts` is one, though it stands outside of `src`.
  const uses = { links: listLinks([...sources, parseFile("vite.config.ts")]), entries, lists };

  test("is 300 lines at most", () => {
    const among = paths.filter((path) => /\.(ts|tsx|js|css|html)$/.test(path));
    expect(listTooLong(countLines(among))).toEqual([]);
  });

  test("is 40 lines at least, unless it is loaded apart, of two nouns, a row of a list or excused", () => {
    expect(listTooShort(sizes, uses, shortFiles)).toEqual([]);
    expect(listEmptyLists(uses, sizes)).toEqual([]);
    expect(entries.filter((path) => !sizes.has(path))).toEqual([]);
  });

  const excuses = shortFiles.map(({ path, why }) => [path, why] as const);
  test.each(excuses)("of %s is small, for it is %s", (path) => {
    expect(explainNeedless(path, sizes, uses)).toBeUndefined();
  });
});
