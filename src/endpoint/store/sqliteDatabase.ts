import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import * as v from "valibot";
import { Epoch } from "#domain/envelope/receipt.ts";
import { migrate } from "./sqliteSchema.ts";

export type OpenedDatabase = {
  readonly database: DatabaseSync;
  readonly epoch: Epoch;
  /** The file was a backup, and now has a new epoch. */
  readonly restored: boolean;
};

/** How long a writer waits for another process, such as `endpoint:take` beside the server. */
const busyTimeoutMs = 5_000;

/**
 * Opens or creates a database and migrates it to the newest schema (`:memory:`: gone when closed).
 * Throws if the file can't be read or written, or is of a newer Enlace, and leaves it unchanged.
 */
export const openDatabase = (path: string): OpenedDatabase => {
  // Other accounts of this computer must not read the data, so the folder is private.
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    // FULL: data that was acknowledged with 201 survives a power failure, not only a crash.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    database.exec("BEGIN IMMEDIATE");
    migrate(database);
    const prepared = prepareEpoch(database);
    database.exec("COMMIT");
    return { database, ...prepared };
  } catch (error) {
    database.close();
    throw error;
  }
};

/** S12: devices must notice that envelopes with a receipt may be missing after a restoration. */
const prepareEpoch = (database: DatabaseSync): { epoch: Epoch; restored: boolean } => {
  const found = findMeta(database, "epoch");
  const restored = findMeta(database, "backup") !== undefined;
  if (found !== undefined && !restored) return { epoch: v.parse(Epoch, found), restored };
  const epoch = v.parse(Epoch, randomUUID());
  saveMeta(database, "epoch", epoch);
  if (restored) {
    saveMeta(database, "restoredFrom", found ?? "unknown");
    saveMeta(database, "restoredAt", new Date().toISOString());
    database.exec("DELETE FROM meta WHERE key = 'backup'");
  }
  return { epoch, restored };
};

const findMeta = (database: DatabaseSync, key: string): string | undefined => {
  const value = database.prepare("SELECT value FROM meta WHERE key = ?").get(key)?.["value"];
  return typeof value === "string" ? value : undefined;
};

const saveMeta = (database: DatabaseSync, key: string, value: string): void => {
  database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)").run(key, value);
};

/** Kysely over Node's own SQLite, with transactions that take the write lock as they begin. */
export const createNodeSqliteDialect = (database: DatabaseSync): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new ImmediateSqliteDriver({ database: adaptDatabase(database) }),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

/**
 * A transaction that reads and then writes fails at once, whatever the busy timeout, if another
 * process wrote in between. Taking the lock at the start makes it wait instead.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

type Parameter = null | number | bigint | string | Uint8Array;

/** The few calls that Kysely needs. Its parameters are those that our own queries bind. */
const adaptDatabase = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (sql) => {
    const statement = database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as Parameter[])),
      run: (parameters) => statement.run(...(parameters as Parameter[])),
      iterate: (parameters) => statement.iterate(...(parameters as Parameter[])),
    };
  },
});
