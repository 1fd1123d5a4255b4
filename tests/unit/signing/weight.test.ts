import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listFiles, projectFolder } from "#tests/house/listFiles.ts";

const listStaticImports = (path: string): readonly string[] =>
  [
    ...readFileSync(projectFolder + path, "utf8").matchAll(/^(?:import|export)\s[^"]*"([^"]+)"/gm),
  ].map(([, from = ""]) => from);

/** Everything that is loaded with a file of this folder, packages by their names. */
const listLoaded = (path: string): readonly string[] =>
  listStaticImports(path).flatMap((from) =>
    from.startsWith("./") ? listLoaded(`src/signing/${from.slice(2)}`) : [from],
  );

it("only making keys and signing loads the curve; verifying waits for a platform without it", () => {
  const heavy = listFiles("src/signing", ".ts").filter((path) =>
    listLoaded(path).some((from) => from.startsWith("@noble")),
  );
  expect(heavy).toEqual(["src/signing/signText.ts"]);
});
