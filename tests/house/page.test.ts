import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { projectFolder } from "./listFiles.ts";

test("the page tells nobody where it stands, on hosts that send no headers too", () => {
  const page = readFileSync(`${projectFolder}index.html`, "utf8");
  expect(page).toContain('<meta name="referrer" content="no-referrer" />');
});
