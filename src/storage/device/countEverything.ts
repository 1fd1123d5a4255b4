import type { EnlaceDatabase, PrivateKind } from "#storage/database.ts";
import { listSealed } from "#storage/feed/arrived.ts";
import { countPrivates } from "#storage/privates/privates.ts";

/** What is on this device, counted; a locked device can say all of it. */
export type Counts = {
  readonly packs: number;
  readonly edition: { readonly number: number; readonly demonstration: boolean } | null;
  readonly privates: Readonly<Record<PrivateKind, number>>;
  readonly outbox: number;
  /** Envelopes that came for this device's desks. */
  readonly arrived: number;
  /** Those of them that nobody has opened yet; what this device sent itself is no news. */
  readonly sealed: number;
  readonly enrolments: number;
};

/** Counts all record kinds in one read, so that the numbers belong together. */
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
      sealed: sealed.filter(({ desk }, place) => sent[place]?.from !== desk).length,
      enrolments: await database.enrolments.count(),
    };
  });
