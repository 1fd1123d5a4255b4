import type { DatabaseSync } from "node:sqlite";

/** Step n brings a database from `user_version` n to n + 1. A step that was released never changes. */
const steps: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE invitations (
    codeHash TEXT PRIMARY KEY,
    desk TEXT NOT NULL,
    role TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    expiresAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE enrolments (
    codeHash TEXT PRIMARY KEY REFERENCES invitations (codeHash),
    device TEXT NOT NULL,
    tokenHash TEXT NOT NULL,
    desk TEXT NOT NULL,
    role TEXT NOT NULL,
    enrolledAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX enrolmentsByToken ON enrolments (tokenHash);
  CREATE INDEX enrolmentsByDesk ON enrolments (desk, role, device);

  CREATE TABLE envelopes (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    fromDesk TEXT NOT NULL,
    heldAt TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

  CREATE TABLE desks (desk TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE feeds (
    desk TEXT NOT NULL,
    position INTEGER NOT NULL,
    envelope TEXT NOT NULL REFERENCES envelopes (id),
    PRIMARY KEY (desk, position)
  ) STRICT, WITHOUT ROWID;
  `,
];

/**
 * Brings a database to the newest shape inside the caller's transaction. Throws for a database of
 * a newer Enlace: writing to it with old code could harm it.
 */
export const migrate = (database: DatabaseSync): void => {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version > steps.length) {
    throw new Error(`The database has version ${version}; this Enlace knows ${steps.length}.`);
  }
  for (const step of steps.slice(version)) database.exec(step);
  database.exec(`PRAGMA user_version = ${steps.length}`);
};
