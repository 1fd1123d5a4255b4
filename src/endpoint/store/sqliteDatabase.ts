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
  /** The file was a backup: it has a new epoch now. */
  readonly restored: boolean;
};

/** How long a writer waits for another process, such as `invite` beside the server. */
const busyTimeoutMs = 5_000;

/**
 * Opens or makes a database in the newest shape (`:memory:` for one that is gone when closed).
 * Throws when the file can't be read, written, or is of a newer Enlace; it is then unchanged.
 */
export const openDatabase = (path: string): OpenedDatabase => {
  // What other people of this computer may not read lies in a folder of our own.
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    // FULL: what was answered with 201 outlives a loss of power, not only of the process.
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

/** S12: devices must notice that what they were told is held may be gone from here. */
const prepareEpoch = (database: DatabaseSync): { epoch: Epoch; restored: boolean } => {
  const held = findMeta(database, "epoch");
  const restored = findMeta(database, "backup") !== undefined;
  if (held !== undefined && !restored) return { epoch: v.parse(Epoch, held), restored };
  const epoch = v.parse(Epoch, randomUUID());
  saveMeta(database, "epoch", epoch);
  if (restored) {
    saveMeta(database, "restoredFrom", held ?? "unknown");
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
 * A transaction that reads first and then writes is refused at once, whatever the busy timeout, if
 * another process wrote in between. Taking the lock at the start makes it wait instead.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

type Parameter = null | number | bigint | string | Uint8Array;

/** The few calls that Kysely needs; its parameters are what our own queries bind. */
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
