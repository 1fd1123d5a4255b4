import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { appVersion } from "#features/device/about/AboutPage.tsx";
import licences from "#features/device/about/licences.json";
import { listFiles, projectFolder } from "#tests/house/listFiles.ts";
import { parseFile } from "#tests/house/parseFile.ts";

type Package = {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};

const readPackage = (path: string): Package =>
  JSON.parse(readFileSync(`${projectFolder}${path}package.json`, "utf8")) as Package;

/** Folders that are never built into the app. */
const isServed = (path: string): boolean => !/^src\/(endpoint|secretariat|build)\//.test(path);

const listImported = (): readonly string[] => {
  const imports = listFiles("src", ".ts", ".tsx")
    .filter(isServed)
    .flatMap((path) => parseFile(path).imports.map(({ from }) => from))
    .filter((from) => /^[a-z@]/.test(from) && !/^(node|virtual):/.test(from));
  return imports.map((from) =>
    from
      .split("/")
      .slice(0, from.startsWith("@") ? 2 : 1)
      .join("/"),
  );
};

/** With what they depend on; types are never shipped. */
const addDependencies = (names: Iterable<string>, known: Set<string>): ReadonlySet<string> => {
  for (const name of names) {
    if (known.has(name) || name.startsWith("@types/")) continue;
    known.add(name);
    addDependencies(Object.keys(readPackage(`node_modules/${name}/`).dependencies ?? {}), known);
  }
  return known;
};

test("every package that the app is built with is named with its licence and version", () => {
  const shipped = [...addDependencies(listImported(), new Set())].toSorted();
  const found = shipped.map((name) => {
    const { version, license } = readPackage(`node_modules/${name}/`);
    return { name, version, licence: license };
  });
  const named = licences.packages.map(({ name, version, licence }) => ({ name, version, licence }));
  expect(named).toEqual(found);
});

test("every licence that is named stands there in its own words", () => {
  const kinds = new Set(licences.packages.map(({ licence }) => licence));
  expect(licences.texts.map(({ licence }) => licence)).toEqual([...kinds].toSorted());
  expect(licences.texts.every(({ text }) => text.length > 500)).toBe(true);
});

test("the version that is shown is the one of package.json", () => {
  expect(appVersion).toBe(readPackage("").version);
});
