import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import type { OutboxEntry } from "#domain/outboxEntry.ts";
import type { Enrolment, Profile } from "#domain/profile.ts";
import type { EnlaceDatabase, ReceivedRow } from "./database.ts";
import { listEnrolments } from "./enrolments.ts";
import { listInquiries } from "./inquiries.ts";
import { listOutbox } from "./outbox.ts";
import { findProfile, findReadingPlace } from "./profile.ts";
import { listReceived } from "./received.ts";

/**
 * All that a person has in Enlace on this device. Without the tokens of enrolments and without a
 * code that is being redeemed: whoever has those can act for the desk. Guidance and directory are
 * published, so only their versions are named.
 */
export type EverythingExport = {
  readonly format: "enlace-export/1";
  readonly exportedAt: Instant;
  readonly profile: Profile;
  readonly inquiries: readonly InquiryRecord[];
  readonly outbox: readonly OutboxEntry[];
  readonly received: readonly ReceivedRow[];
  readonly enrolments: readonly Omit<Enrolment, "token">[];
  readonly reading: { readonly href: string; readonly title: string } | null;
  readonly held: {
    readonly packs: readonly { readonly language: string; readonly version: number }[];
    readonly editionNumber: number | null;
  };
};

/** Reads everything at one moment; rejects if any of it can't be read, never leaves it out. */
export const exportEverything = (
  database: EnlaceDatabase,
  exportedAt: Instant,
): Promise<EverythingExport> =>
  database.transaction("r", database.tables, async () => ({
    format: "enlace-export/1",
    exportedAt,
    profile: await findProfile(database),
    inquiries: await listInquiries(database),
    outbox: await listOutbox(database),
    received: await listReceived(database),
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
