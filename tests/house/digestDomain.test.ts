import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { digestDomain } from "#build/digestDomain.ts";
import { projectFolder } from "./listFiles.ts";

test("a rule that changes two folders deep changes the digest of the rules", () => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-domain-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(projectFolder, "src/domain"), folder, { recursive: true });
  expect(digestDomain(folder)).toBe(digestDomain());

  const deep = join(folder, "thread", "rules");
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, "turn.ts"), "export const turn = 1;\n");
  const before = digestDomain(folder);
  expect(before).not.toBe(digestDomain());
  writeFileSync(join(deep, "turn.ts"), "export const turn = 2;\n");
  expect(digestDomain(folder)).not.toBe(before);
});
