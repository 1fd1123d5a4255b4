import { describe, expect, test } from "vitest";
import { parseCode } from "#tests/house/parseFile.ts";
import { type CodeFile, type Link, listBreaches, listLinks } from "./addresses.ts";
import { createFileGraph, createNounGraph, findCircles } from "./circles.ts";
import { listMisnamed } from "./fileNames.ts";
import { explainNeedless, listEmptyLists, listTooLong, listTooShort } from "./fileSizes.ts";
import { listBarrels, listMisnamedFolders, listOverfull, listTooDeep } from "./folders.ts";
import { explainLayer, explainPackage, explainWriting } from "./imports.ts";

/** A file whose first line imports the first of these, and so on. */
const createFile = (path: string, ...imported: readonly string[]): CodeFile => ({
  path,
  imports: imported.map((from, index) => ({ from, line: index + 1, isLazy: false })),
});

const createFiles = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${folder}/${index}.ts`);

const createLink = (from: string, to: string): Link => ({ from, to, line: 1, isLazy: false });

describe("the rules of imports", () => {
  test("see types, what is handed on, and import() as what comes later", () => {
    const code = [
      'import type { A } from "./a.ts";',
      'export * from "#ui/b.ts";',
      'export const read = () => import("./c.ts");',
    ].join("\n");
    expect(listLinks([parseCode("src/ui/x.ts", code)])).toEqual([
      { from: "src/ui/x.ts", to: "src/ui/a.ts", line: 1, isLazy: false },
      { from: "src/ui/x.ts", to: "src/ui/b.ts", line: 2, isLazy: false },
      { from: "src/ui/x.ts", to: "src/ui/c.ts", line: 3, isLazy: true },
    ]);
  });

  test("name a layer that may not be imported, another feature, and what leaves src", () => {
    const explain = explainLayer(
      new Map([
        ["domain", []],
        ["features", ["domain"]],
      ]),
    );
    const files = [
      createFile("src/features/a/noun/x.tsx", "#domain/thread/y.ts", "#features/b/noun/z.ts"),
      createFile("src/domain/thread/y.ts", "#features/a/noun/x.tsx", "#tests/world/w.ts"),
    ];
    expect(listBreaches(files, explain)).toEqual([
      "src/features/a/noun/x.tsx:2 imports #features/b/noun/z.ts: no feature imports another",
      "src/domain/thread/y.ts:1 imports #features/a/noun/x.tsx: domain may not import features",
      "src/domain/thread/y.ts:2 imports #tests/world/w.ts: it leaves src",
    ]);
  });

  test("name a package without a home, and one away from it", () => {
    const explain = explainPackage([{ name: "dexie*", may: ["storage"] }]);
    const imported = ["dexie/x", "lodash"];
    expect(listBreaches([createFile("src/storage/x.ts", ...imported)], explain)).toEqual([
      "src/storage/x.ts:2 imports lodash: it stands in no row of the packages",
    ]);
    expect(explain("src/ui/x.ts", "dexie")).toBe("its home is storage");
  });

  test.each([
    ["src/ui/signs/Sign.tsx", "./Sign.css", undefined],
    ["src/ui/signs/Sign.tsx", "./Sign.css?inline", undefined],
    ["src/ui/signs/Sign.tsx", "#ui/signs/Sign.css", "inside a folder it is written with ./"],
    ["src/ui/signs/Sign.tsx", "../signs/Sign.css", "inside a folder it is written with ./"],
    ["src/ui/fields/Field.tsx", "#ui/signs/Sign.css", undefined],
    ["src/ui/fields/Field.tsx", "../signs/Sign.css", "across folders it begins with #"],
    ["src/ui/x.ts", "./signs/Sign.css", "across folders it begins with #"],
    [
      "tests/unit/ui/x.test.ts",
      "../../../src/ui/signs/Sign.css",
      "across folders it begins with #",
    ],
    ["tests/unit/ui/x.test.ts", "../../world/rows.ts", "across folders it begins with #"],
    ["tests/unit/ui/x.test.ts", "#tests/world/rows.ts", undefined],
    ["tests/unit/ui/x.test.ts", "../../../vite.config.ts", undefined],
    ["src/ui/fields/Field.tsx", "#ui/signs/Gone.css", "there is no such file"],
    ["src/ui/fields/Field.tsx", "#ui/signs/Sign", "its extension is missing"],
  ])("of %s that imports %s say: %s", (path, from, reason) => {
    const existing = ["src/ui/signs/Sign.css", "src/ui/signs/Sign", "tests/world/rows.ts"];
    const explain = explainWriting((target) => [...existing, "vite.config.ts"].includes(target));
    expect(explain(path, from)).toBe(reason);
  });
});

describe("the rules of circles", () => {
  test("name the shortest circle of files of a knot, with the lines that make it", () => {
    const files = [
      createFile("src/ui/a.ts", "react", "./b.ts"),
      createFile("src/ui/b.ts", "./a.ts", "./c.ts"),
      createFile("src/ui/c.ts", "./d.ts", "./e.ts"),
      createFile("src/ui/d.ts", "./a.ts"),
      createFile("src/ui/e.ts"),
    ];
    expect(findCircles(createFileGraph(listLinks(files)))).toEqual([
      "src/ui/a.ts → src/ui/b.ts → src/ui/a.ts (src/ui/a.ts:2, src/ui/b.ts:1), in a knot of 4",
    ]);
  });

  test("name each of two circles, a file that imports itself too", () => {
    const files = [
      createFile("src/ui/a.ts", "./b.ts", "./a.ts"),
      createFile("src/ui/b.ts", "./b.ts"),
    ];
    expect(findCircles(createFileGraph(listLinks(files)))).toEqual([
      "src/ui/a.ts → src/ui/a.ts (src/ui/a.ts:2)",
      "src/ui/b.ts → src/ui/b.ts (src/ui/b.ts:1)",
    ]);
  });

  test("let a file ask by import() for one that imports it", () => {
    const back = { ...createLink("src/ui/b.ts", "src/ui/a.ts"), isLazy: true };
    expect(findCircles(createFileGraph([createLink("src/ui/a.ts", "src/ui/b.ts"), back]))).toEqual(
      [],
    );
  });

  test("name a circle of nouns where no two files make one", () => {
    const links = [
      createLink("src/domain/a/one.ts", "src/domain/b/one.ts"),
      createLink("src/domain/b/two.ts", "src/domain/c/one.ts"),
      createLink("src/domain/c/two.ts", "src/domain/a/two.ts"),
    ];
    expect(findCircles(createFileGraph(links))).toEqual([]);
    expect(findCircles(createNounGraph(links))).toEqual([
      "src/domain/a → src/domain/b → src/domain/c → src/domain/a " +
        "(src/domain/a/one.ts:1, src/domain/b/two.ts:1, src/domain/c/two.ts:1)",
    ]);
  });

  test("ask nouns of one layer or feature only, and nothing that stands beside them", () => {
    const links = [
      createLink("src/endpoint/app.ts", "src/endpoint/http/log.ts"),
      createLink("src/endpoint/http/rates.ts", "src/endpoint/app.ts"),
      createLink("src/features/a/one/x.ts", "src/features/b/two/x.ts"),
      createLink("src/features/b/two/y.ts", "src/features/a/one/y.ts"),
    ];
    expect(findCircles(createNounGraph(links))).toEqual([]);
  });
});

describe("the rules of folders", () => {
  test("name a folder of 16 files and one of 16 folders, and none of 15", () => {
    const folders = createFiles("src/ui", 16).map((folder) => `${folder}/x.ts`);
    const files = [...createFiles("src/app/news", 16), ...createFiles("src/app/home", 15)];
    expect(listOverfull([...files, ...folders])).toEqual([
      "src/app/news holds 16 files",
      "src/ui holds 16 folders",
    ]);
  });

  test("name what stands below a noun", () => {
    const deep = ["src/ui/signs/more/x.css", "src/features/a/noun/more/x.ts"];
    const deepTests = ["tests/unit/ui/signs/more/x.test.ts", "tests/journeys/steps/more/x.ts"];
    const mirrored = ["tests/unit/ui/signs/x.test.ts", "tests/unit/features/a/noun/x.test.ts"];
    const others = ["src/app/main.tsx", "tests/journeys/steps/x.ts", "tests/unit/ui/signs/a/b.txt"];
    const fine = ["src/ui/signs/x.ts", "src/features/a/noun/x.ts", ...mirrored, ...others];
    expect(listTooDeep([...deep, ...deepTests, ...fine])).toEqual([...deep, ...deepTests]);
  });

  test("name drawers, folders that are not in kebab-case, and barrels", () => {
    const paths = ["src/ui/utils/x.ts", "src/openVault/x.ts", "src/service-worker/index.ts"];
    expect(listMisnamedFolders(paths)).toEqual(["src/ui/utils", "src/openVault"]);
    expect(listBarrels(paths)).toEqual(["src/service-worker/index.ts"]);
  });
});

describe("the rules of files", () => {
  test("name a file that doesn't bear the name of its export, and a component's file without it", () => {
    const create = (path: string, code: string) => parseCode(`src/ui/${path}`, code);
    const wrong = [
      create("x.ts", "export const sayHours = 1;"),
      create("Sign.tsx", "export const Mark = 1; export const Tick = 2;"),
    ];
    const right = [
      create("hours.ts", "export const sayHours = 1;"),
      create("words.ts", "export const sayHours = 1; export const sayDesk = 2;"),
      create("Mark.tsx", "export const Sign = 1; const Mark = 2;"),
      create("SignWords.tsx", "export const SignWordList = 1;"),
      create("Wall.tsx", "export class Wall {}"),
      create("main.tsx", "const Start = 1;"),
    ];
    expect(listMisnamed([...wrong, ...right])).toEqual(wrong.map(({ path }) => path));
  });

  test("name a file of 301 lines", () => {
    const sizes = new Map([
      ["src/ui/a.css", 301],
      ["src/ui/b.css", 300],
    ]);
    expect(listTooLong(sizes)).toEqual(["src/ui/a.css has 301 lines"]);
  });

  const lists = [{ folder: "src/domain/steps", ending: "Step.ts" }];
  const toUses = (links: readonly Link[]) => ({ links, entries: ["src/app/main.tsx"], lists });

  test("name a file of 39 lines with one user, with users in one folder, and with none", () => {
    const links = [
      createLink("src/ui/user.ts", "src/ui/one.ts"),
      createLink("src/ui/user.ts", "src/ui/two.ts"),
      createLink("src/ui/other.ts", "src/ui/two.ts"),
    ];
    const sizes = ["one", "two", "none"].map((name) => [`src/ui/${name}.ts`, 39] as const);
    expect(listTooShort(new Map([...sizes, ["src/ui/long.ts", 40]]), toUses(links), [])).toEqual([
      "src/ui/one.ts has 39 lines, and its one user is src/ui/user.ts",
      "src/ui/two.ts has 39 lines, and only src/ui uses it: user.ts, other.ts",
      "src/ui/none.ts has 39 lines, and nobody imports it",
    ]);
  });

  test("let a file be short that has a reason, and want no excuse for it", () => {
    const lazy = { ...createLink("src/ui/user.ts", "src/ui/lazy.ts"), isLazy: true };
    const folders = ["src/ui/user.ts", "src/app/user.ts"];
    const uses = toUses([lazy, ...folders.map((from) => createLink(from, "src/ui/two.ts"))]);
    const reasons = new Map([
      ["src/app/main.tsx", "it is started by itself"],
      ["src/ui/lazy.ts", "it is loaded apart"],
      ["src/ui/two.ts", "two folders use it"],
      ["src/domain/steps/lastStep.ts", "it is a row of a list"],
    ]);
    const sizes = new Map([...reasons.keys()].map((path) => [path, 1]));
    expect(listTooShort(sizes, uses, [])).toEqual([]);
    for (const [path, reason] of reasons) expect(explainNeedless(path, sizes, uses)).toBe(reason);
  });

  test("name what is no row of a list: in its folder by another name, by such a name elsewhere", () => {
    const paths = ["src/domain/steps/step.ts", "src/domain/thread/lastStep.ts"];
    const sizes = new Map(paths.map((path) => [path, 1]));
    expect(listTooShort(sizes, toUses([]), [])).toHaveLength(2);
  });

  test("take an excuse, and tell when it is needed no more", () => {
    const sizes = new Map([
      ["src/ui/seam.ts", 5],
      ["src/ui/grown.ts", 40],
    ]);
    const excused = [{ path: "src/ui/seam.ts", why: "a seam" }];
    expect(listTooShort(sizes, toUses([]), excused)).toEqual([]);
    expect(explainNeedless("src/ui/seam.ts", sizes, toUses([]))).toBeUndefined();
    expect(explainNeedless("src/ui/grown.ts", sizes, toUses([]))).toBe("it has 40 lines");
    expect(explainNeedless("src/ui/gone.ts", sizes, toUses([]))).toBe("there is no such file");
    expect(listEmptyLists(toUses([]), sizes)).toEqual(lists);
  });
});
