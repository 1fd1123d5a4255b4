import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";
import { describeStoreContract } from "#tests/contracts/storeContract.ts";

const createPath = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "data", "enlace.sqlite");
};

describeStoreContract("SQLite in a file", async (publishers) =>
  createSqliteStore(openDatabase(createPath()), publishers),
);
describeStoreContract("SQLite in memory", async (publishers) =>
  createSqliteStore(openDatabase(":memory:"), publishers),
);

test("a database keeps its epoch, and another has another", () => {
  const path = createPath();
  const first = openDatabase(path);
  first.database.close();
  const again = openDatabase(path);
  again.database.close();
  const other = openDatabase(":memory:");
  other.database.close();
  expect(again).toMatchObject({ epoch: first.epoch, restored: false });
  expect(other.epoch).not.toBe(first.epoch);
});

test("what is answered is written through: WAL with synchronous FULL", () => {
  const { database } = openDatabase(createPath());
  onTestFinished(() => database.close());
  expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
  expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
});

test("a database of a newer Enlace is refused and left as it is", () => {
  const path = createPath();
  const { database } = openDatabase(path);
  database.exec("PRAGMA user_version = 999");
  database.close();
  expect(() => openDatabase(path)).toThrow("The database has version 999");
  const raw = new DatabaseSync(path);
  onTestFinished(() => raw.close());
  expect(raw.prepare("PRAGMA user_version").get()).toEqual({ user_version: 999 });
});
