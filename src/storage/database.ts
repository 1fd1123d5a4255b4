import { Dexie, type DexieOptions, type EntityTable, type Table } from "dexie";
import type { ContentPack } from "#domain/contentPack.ts";
import type { DeskId } from "#domain/desk.ts";
import type { Edition } from "#domain/edition.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import type { OutboxEntry } from "#domain/outboxEntry.ts";
import type { Enrolment, Profile } from "#domain/profile.ts";
import type { Epoch } from "#domain/receipt.ts";
import type { FeedRow } from "#protocol/messages.ts";

/** What stands alone, one row each under its own key. */
export type SingleRow =
  | { readonly key: "install"; readonly id: string; readonly since: Instant }
  | { readonly key: "profile"; readonly profile: Profile }
  | { readonly key: "reading"; readonly href: string; readonly title: string }
  | { readonly key: "content"; readonly version: number }
  | { readonly key: "config"; readonly endpoint: string | null }
  | { readonly key: "pendingEnrolment"; readonly request: PendingEnrolment };

/** Kept until it is answered, so that a lost answer is asked for again with the same words. */
export type PendingEnrolment = {
  readonly code: string;
  readonly device: string;
  readonly token: string;
};

export type EditionRow = {
  readonly key: "held";
  readonly edition: Edition;
  readonly etag: string | null;
  readonly source: "shipped" | "endpoint";
  readonly takenAt: Instant;
};

export type FeedPosition = { readonly desk: DeskId; readonly epoch: Epoch; readonly next: number };
export type ReceivedRow = FeedRow & { readonly desk: DeskId };

/**
 * Everything that Enlace keeps on a device, on one screen. `strict` durability: what a person wrote
 * is on the disk before the screen says so (0.2 ms a write, measured in Chromium).
 */
export class EnlaceDatabase extends Dexie {
  declare readonly packs: EntityTable<ContentPack, "language">;
  declare readonly editions: EntityTable<EditionRow, "key">;
  declare readonly inquiries: Table<InquiryRecord, ThreadId>;
  declare readonly outbox: Table<OutboxEntry, EnvelopeId>;
  declare readonly received: Table<ReceivedRow, [DeskId, number]>;
  declare readonly positions: EntityTable<FeedPosition, "desk">;
  declare readonly enrolments: Table<Enrolment, string>;
  declare readonly singles: Table<SingleRow, SingleRow["key"]>;

  constructor(name: string, options: DexieOptions = {}) {
    super(name, { chromeTransactionDurability: "strict", ...options });
    this.version(1).stores({
      packs: "language",
      editions: "key",
      inquiries: "id, changedAt",
      outbox: "envelopeId, sequence, thread",
      received: "[desk+position]",
      positions: "desk",
      enrolments: "device",
      singles: "key",
    });
  }
}
