import type { DatabaseSync } from "node:sqlite";

/** Step n brings a database from `user_version` n to n + 1. A step that was released never changes. */
const steps: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- The last position given in each list: a desk's feed, or the registry.
  CREATE TABLE lists (list TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE editions (
    taken INTEGER PRIMARY KEY AUTOINCREMENT,
    number INTEGER NOT NULL,
    demonstration INTEGER NOT NULL,
    signer TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL
  ) STRICT;

  CREATE TABLE registry (
    position INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    signer TEXT NOT NULL,
    file TEXT NOT NULL
  ) STRICT;
  CREATE INDEX registryBySubject ON registry (type, subject);

  CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    desk TEXT NOT NULL,
    role TEXT NOT NULL,
    invitationKey TEXT NOT NULL UNIQUE,
    expiresAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE devices (
    device TEXT PRIMARY KEY,
    grantId TEXT NOT NULL UNIQUE REFERENCES grants (id),
    desk TEXT NOT NULL,
    role TEXT NOT NULL,
    tokenHash TEXT NOT NULL UNIQUE,
    enrolledAt TEXT NOT NULL,
    served INTEGER NOT NULL,
    seen INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX devicesByDesk ON devices (desk, role);

  CREATE TABLE envelopes (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    fromDesk TEXT NOT NULL,
    toDesk TEXT NOT NULL,
    heldAt TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

  -- Devices that an envelope between two desks is sealed to, whether they are enrolled here or not.
  CREATE TABLE recipients (
    envelope TEXT NOT NULL REFERENCES envelopes (id),
    device TEXT NOT NULL,
    PRIMARY KEY (envelope, device)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX recipientsByDevice ON recipients (device);

  CREATE TABLE feeds (
    desk TEXT NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    envelope TEXT NOT NULL REFERENCES envelopes (id),
    device TEXT,
    at TEXT,
    PRIMARY KEY (desk, position)
  ) STRICT, WITHOUT ROWID;
  -- Whatever the code does, a notice is given once.
  CREATE UNIQUE INDEX noticesOnce ON feeds (envelope, type) WHERE type <> 'envelope';

  -- Where a device is told that something waits.
  CREATE TABLE subscriptions (
    device TEXT PRIMARY KEY REFERENCES devices (device),
    push TEXT,
    mail TEXT,
    isWaiting INTEGER NOT NULL,
    toldAt TEXT
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
