import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { commonPasswords } from "#build/commonPasswords.ts";
import { digestDomain } from "#build/digestDomain.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { projectFolder } from "#tests/house/listFiles.ts";

/** Where the page of `in-page/` lies in the folder. */
export const benchPath = "bench/";

/** A copy of the built app in a new folder, and beside it the bench's page, which the app lacks. */
export const buildBenchFolder = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-bench-"));
  cpSync(distFolder, folder, { recursive: true });
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: "error",
    publicDir: false,
    plugins: [commonPasswords()],
    define: { domainDigest: JSON.stringify(digestDomain()) },
    resolve: { alias: { dexie: "dexie/dist/modern/dexie.mjs" } },
    build: {
      outDir: join(folder, benchPath),
      emptyOutDir: false,
      target: ["chrome111"],
      modulePreload: false,
      rolldownOptions: {
        input: join(projectFolder, "tests/bench/in-page/benchPage.ts"),
        output: { entryFileNames: "page.js" },
      },
    },
    base: "./",
  });
  const page = '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>';
  writeFileSync(join(folder, benchPath, "index.html"), page);
  return folder;
};
