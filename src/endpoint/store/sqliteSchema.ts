import type { DatabaseSync } from "node:sqlite";
import type { Generated, Kysely } from "kysely";
import type { DeskId } from "#domain/desk.ts";
import type { DeviceId, Digest, EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { Grant, GrantId, SheetId } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import type { Enrolment } from "./store.ts";

/** Step n takes a database from `user_version` n to n + 1. A released step never changes. */
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
 * Migrates a database to the newest schema inside the caller's transaction. Throws for a database of
 * a newer Enlace: old code could damage it.
 */
export const migrate = (database: DatabaseSync): void => {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version > steps.length) {
    throw new Error(`The database has version ${version}; this Enlace knows ${steps.length}.`);
  }
  for (const step of steps.slice(version)) database.exec(step);
  database.exec(`PRAGMA user_version = ${steps.length}`);
};

export type RegistryRowType = "grant" | "enrolment" | "revocation" | "sheet";

export type SqliteTables = {
  readonly meta: { readonly key: string; readonly value: string };
  /** The last position in each list: a desk's feed, or the registry. */
  readonly lists: { readonly list: DeskId | "registry"; position: number };
  readonly editions: {
    readonly taken: Generated<number>;
    readonly number: number;
    readonly demonstration: 0 | 1;
    readonly signer: PublicKey;
    readonly digest: Digest;
    /** A `SignedFile` as JSON. */
    readonly file: string;
  };
  readonly registry: {
    readonly position: number;
    readonly type: RegistryRowType;
    /** The id of the grant, the device or the sheet that the row is about. */
    readonly subject: GrantId | DeviceId | SheetId;
    readonly signer: PublicKey;
    readonly file: string;
  };
  readonly grants: Pick<Grant, "id" | "role" | "invitationKey" | "expiresAt"> & {
    readonly desk: DeskId;
  };
  readonly devices: Enrolment & {
    readonly grantId: GrantId;
    readonly tokenHash: Digest;
    /** The last position of its desk's feed that the device was given. */
    served: number;
    /** The last position after which it has asked for more: it has seen all up to there. */
    seen: number;
  };
  readonly envelopes: {
    readonly id: EnvelopeId;
    readonly digest: Digest;
    readonly fromDesk: DeskId;
    readonly toDesk: DeskId;
    readonly heldAt: Instant;
    readonly text: string;
  };
  readonly recipients: { readonly envelope: EnvelopeId; readonly device: DeviceId };
  readonly feeds: {
    readonly desk: DeskId;
    readonly position: number;
    readonly type: "envelope" | "delivered" | "recipientsGone";
    readonly envelope: EnvelopeId;
    readonly device: DeviceId | null;
    readonly at: Instant | null;
  };
  readonly subscriptions: {
    readonly device: DeviceId;
    /** A `PushTarget` as JSON. */
    readonly push: string | null;
    readonly mail: string | null;
    /** Something has come of which the device was not notified yet. */
    readonly isWaiting: 0 | 1;
    readonly toldAt: Instant | null;
  };
};

/** The database, or a transaction of it. */
export type SqliteTx = Kysely<SqliteTables>;
