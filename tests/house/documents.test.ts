import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path/posix";
import { expect, test } from "vitest";
import { listFiles, projectFolder } from "./listFiles.ts";

const read = (path: string): string => readFileSync(projectFolder + path, "utf8");

const own = [...listFiles("src"), ...listFiles("tests"), "vite.config.ts"];
const ownNames = new Set(own.map((path) => basename(path)));

/** A file of ours that a text names in backticks, from the project's folder, from `src`, or bare. */
const isThere = (name: string): boolean =>
  name.includes("/")
    ? existsSync(projectFolder + name) || existsSync(`${projectFolder}src/${name}`)
    : ownNames.has(name);

/** `x.ts` and `X.tsx` stand for any file. */
const listNamed = (text: string): readonly string[] =>
  Array.from(text.matchAll(/`([A-Za-z/.-]+\.(?:tsx?|css))`/g), ([, name = ""]) => name).filter(
    (name) => !/(^|\/)x\.tsx?$/i.test(name),
  );

const texts = ["README.md", "CHANGELOG.md", ...listFiles("docs", ".md")];

/** What a document links to, besides the web and its own headings. */
const listLinked = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g), ([, target = ""]) => target).filter(
    (target) => !/^[a-z]+:/.test(target),
  );

test("the page tells nobody where it stands, on hosts that send no headers too", () => {
  expect(read("index.html")).toContain('<meta name="referrer" content="no-referrer" />');
});

test("documents and comments name only files that are there", () => {
  const code = listFiles("src", ".ts", ".tsx");
  const missing = [...texts, ...code].flatMap((path) =>
    listNamed(read(path)).flatMap((name) => (isThere(name) ? [] : [`${path} names ${name}`])),
  );
  expect(missing).toEqual([]);
});

test("documents link only to what is there", () => {
  const missing = texts.flatMap((path) =>
    listLinked(read(path))
      .filter((target) => !existsSync(projectFolder + join(dirname(path), target)))
      .map((target) => `${path} links to ${target}`),
  );
  expect(missing).toEqual([]);
});
