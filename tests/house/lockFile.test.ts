import { expect, test } from "vitest";
import { listMissing, readLockFile } from "#tests/commands/lockFile.ts";

test("the lock file has every optional package, so that npm ci takes it on any registry", () => {
  expect([...listMissing(readLockFile()).keys()]).toEqual([]);
});

test("a tool's build for another system that npm left out is named", () => {
  const { packages } = readLockFile();
  const name = "node_modules/@biomejs/cli-darwin-arm64";
  const { [name]: left, ...others } = packages;
  expect(left?.os).toEqual(["darwin"]);
  expect([...listMissing({ packages: others })]).toEqual([[name, left]]);
});
