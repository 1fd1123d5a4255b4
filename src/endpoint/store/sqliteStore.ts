import { Kysely } from "kysely";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { savePublished, saveSheet } from "./savePublished.ts";
import { createNodeSqliteDialect, type OpenedDatabase } from "./sqliteDatabase.ts";
import { findNewestEdition, readEdition } from "./sqliteEditions.ts";
import { findTokenHolder, knowsDevice, saveEnrolment } from "./sqliteEnrolments.ts";
import { findEnvelope, isSettled, lookAtFeed, readFeed, saveEnvelope } from "./sqliteFeed.ts";
import { listRegistry } from "./sqliteRegistry.ts";
import type { SqliteTables, SqliteTx } from "./sqliteSchema.ts";
import {
  claimNotices,
  dropPush,
  keepPushKeys,
  markWaiting,
  saveSubscription,
} from "./sqliteSubscriptions.ts";
import type { Store } from "./store.ts";

/** The store over one SQLite file, safe beside other processes on the same file. */
export const createSqliteStore = (
  { database, epoch }: OpenedDatabase,
  publishers: readonly PublicKey[],
): Store => {
  const db = new Kysely<SqliteTables>({ dialect: createNodeSqliteDialect(database) });
  const transact = <T>(work: (tx: SqliteTx) => Promise<T>): Promise<T> =>
    db.transaction().execute(work);
  return {
    epoch,
    savePublished: (published, at) =>
      transact((tx) => savePublished(tx, publishers, published, at)),
    findNewestEdition: () => findNewestEdition(db, publishers),
    readEdition: (digest) => readEdition(db, digest),
    saveEnrolment: (attempt) => transact((tx) => saveEnrolment(tx, publishers, attempt)),
    findTokenHolder: (tokenHash) => findTokenHolder(db, publishers, tokenHash),
    knowsDevice: (desk, devices) => knowsDevice(db, desk, devices),
    saveSheet: (attempt) => transact((tx) => saveSheet(tx, publishers, attempt)),
    listRegistry: (after, limit) => listRegistry(db, after, limit),
    saveEnvelope: (arrival) => transact((tx) => saveEnvelope(tx, publishers, arrival)),
    findEnvelope: (id) => findEnvelope(db, id),
    readFeed: async (reading) => {
      // Most reads find nothing new, and need not wait for another process that is writing.
      const look = await lookAtFeed(db, reading);
      return isSettled(look) ? look.page : transact((tx) => readFeed(tx, reading));
    },
    keepPushKeys: (made) => transact((tx) => keepPushKeys(tx, made)),
    saveSubscription: (device, subscription) =>
      transact((tx) => saveSubscription(tx, device, subscription)),
    dropPush: (device, target) => transact((tx) => dropPush(tx, device, target)),
    markWaiting: (desk) => markWaiting(db, desk),
    claimNotices: (at, notSince) => transact((tx) => claimNotices(tx, publishers, at, notSince)),
    close: async () => {
      await db.destroy();
      // Kysely does not close a database that it never used.
      if (database.isOpen) database.close();
    },
  };
};
