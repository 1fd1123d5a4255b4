import type { Enrolment } from "#domain/device/profile.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { findReadingPlace } from "#storage/content/contentPacks.ts";
import type {
  ArrivedRow,
  EnlaceDatabase,
  PrivateKind,
  PrivateRow,
  SentRow,
} from "#storage/database.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listSealed } from "#storage/feed/arrived.ts";
import { listOutbox } from "#storage/outbox/outbox.ts";
import { listSent } from "#storage/outbox/sent.ts";
import { countPrivates } from "#storage/privates/privates.ts";

/**
 * All of a person's data in Enlace on this device, private rows still sealed. Leaves out anything
 * that would let its reader act for a desk: tokens, identities, pending enrolment requests.
 * Guidance and directory are public, so only their versions are included.
 */
export type Everything = {
  readonly privates: readonly PrivateRow[];
  readonly outbox: readonly OutboxEntry[];
  readonly sent: readonly SentRow[];
  readonly arrived: readonly ArrivedRow[];
  readonly enrolments: readonly Omit<Enrolment, "token">[];
  readonly reading: { readonly href: string; readonly title: string } | null;
  readonly held: {
    readonly packs: readonly { readonly language: string; readonly version: number }[];
    readonly editionNumber: number | null;
  };
};

/** Reads everything in one transaction; rejects, rather than omit a part that can't be read. */
export const readEverything = (database: EnlaceDatabase): Promise<Everything> =>
  database.transaction("r", database.tables, async () => ({
    privates: (await database.privates.toArray()).filter(({ kind }) => !isLeftOut(kind)),
    outbox: await listOutbox(database),
    sent: await listSent(database),
    arrived: await database.arrived.toArray(),
    enrolments: (await listEnrolments(database)).map(({ token: _, ...rest }) => rest),
    reading: (await findReadingPlace(database)) ?? null,
    held: {
      packs: (await database.packs.toArray()).map(({ language, version }) => ({
        language,
        version,
      })),
      editionNumber: (await database.editions.get("held"))?.edition.number ?? null,
    },
  }));

const isLeftOut = (kind: PrivateRow["kind"]): boolean => leftOut.includes(kind);

/** Secrets of a desk, public data, and data that repeats what is in `thread`. */
const leftOut: readonly PrivateRow["kind"][] = [
  "identity",
  "pendingEnrolment",
  "directory",
  "summaries",
];

/** Counts of the data on this device; a locked device can show all of them. */
export type Counts = {
  readonly packs: number;
  readonly edition: { readonly number: number; readonly demonstration: boolean } | null;
  readonly privates: Readonly<Record<PrivateKind, number>>;
  readonly outbox: number;
  /** Envelopes that came for this device's desks. */
  readonly arrived: number;
  /** Those that nobody has opened yet; envelopes that this device sent itself are not news. */
  readonly sealed: number;
  readonly enrolments: number;
};

/** Counts all record kinds in one transaction, so that the numbers are consistent. */
export const countEverything = (database: EnlaceDatabase): Promise<Counts> =>
  database.transaction("r", database.tables, async () => {
    const edition = (await database.editions.get("held"))?.edition;
    const arrived = database.arrived.where("state");
    const sealed = await listSealed(database);
    const sent = await database.sent.bulkGet(sealed.map(({ envelopeId }) => envelopeId));
    return {
      packs: await database.packs.count(),
      edition: edition ? { number: edition.number, demonstration: edition.demonstration } : null,
      privates: await countPrivates(database),
      outbox: await database.outbox.count(),
      arrived: await arrived.notEqual("notice").count(),
      sealed: sealed.filter(({ desk }, index) => sent[index]?.from !== desk).length,
      enrolments: await database.enrolments.count(),
    };
  });
