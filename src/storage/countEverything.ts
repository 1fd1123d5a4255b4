import type { EnlaceDatabase } from "./database.ts";

/** What is on this device, counted. */
export type Counts = {
  readonly packs: number;
  readonly edition: { readonly number: number; readonly demonstration: boolean } | null;
  readonly inquiries: number;
  readonly drafts: number;
  readonly outbox: number;
  readonly received: number;
  readonly enrolments: number;
};

/** Counts all record kinds in one read, so that the numbers belong together. */
export const countEverything = (database: EnlaceDatabase): Promise<Counts> =>
  database.transaction("r", database.tables, async () => {
    const inquiries = await database.inquiries.toArray();
    const edition = (await database.editions.get("held"))?.edition;
    return {
      packs: await database.packs.count(),
      edition: edition ? { number: edition.number, demonstration: edition.demonstration } : null,
      inquiries: inquiries.length,
      drafts: inquiries.filter(({ progress }) => progress.type === "draft").length,
      outbox: await database.outbox.count(),
      received: await database.received.count(),
      enrolments: await database.enrolments.count(),
    };
  });
