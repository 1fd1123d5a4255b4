import { Kysely } from "kysely";
import { createNodeSqliteDialect } from "./nodeSqliteDialect.ts";
import type { OpenedDatabase } from "./openDatabase.ts";
import { findFirstEnrolment, listEnrolments, saveEnrolment } from "./sqliteEnrolments.ts";
import { findEnvelope, listFeed, saveEnvelope } from "./sqliteMessages.ts";
import type { SqliteTables } from "./sqliteTables.ts";
import type { Store } from "./store.ts";

/** The store over one SQLite file, safe beside other processes on the same file. */
export const createSqliteStore = ({ database, epoch }: OpenedDatabase): Store => {
  const db = new Kysely<SqliteTables>({ dialect: createNodeSqliteDialect(database) });
  return {
    epoch,
    saveInvitation: async (invitation) => {
      await db.insertInto("invitations").values(invitation).execute();
    },
    saveEnrolment: (attempt) => db.transaction().execute((tx) => saveEnrolment(tx, attempt)),
    listEnrolments: (tokenHash) => listEnrolments(db, tokenHash),
    findFirstEnrolment: (desk, role) => findFirstEnrolment(db, desk, role),
    saveEnvelope: (arrival) => db.transaction().execute((tx) => saveEnvelope(tx, arrival)),
    findEnvelope: (id) => findEnvelope(db, id),
    listFeed: (desk, after, limit) => listFeed(db, desk, after, limit),
    close: async () => {
      await db.destroy();
      // Kysely leaves a database open that it was never asked about.
      if (database.isOpen) database.close();
    },
  };
};
