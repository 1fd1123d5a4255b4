import type { DatabaseSync } from "node:sqlite";
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
