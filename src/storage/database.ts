import { Dexie, type DexieOptions, type EntityTable, type Table } from "dexie";
import type { DeskAddress, DeskId } from "#domain/desk.ts";
import type { LockRecord } from "#domain/device/lockRecord.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { HeldDirectory } from "#domain/directory/readableDirectory.ts";
import type {
  DeviceId,
  Digest,
  EnvelopeId,
  EnvelopeKind,
  ThreadId,
} from "#domain/envelope/envelope.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { Epoch, Receipt } from "#domain/envelope/receipt.ts";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { Instant } from "#domain/instant.ts";
import type { ArrivalProblem, ThreadPlace } from "#domain/thread/thread.ts";
import type { RegistryEntry } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";

/** Single values, each in one row under its own key. */
export type SingleRow =
  | { readonly key: "install"; readonly id: string; readonly since: Instant }
  | { readonly key: "reading"; readonly href: string; readonly title: string }
  | { readonly key: "content"; readonly version: number }
  | {
      readonly key: "config";
      readonly endpoint: string | null;
      readonly publishers: readonly PublicKey[];
      readonly demonstration: PublicKey | null;
    }
  | ({ readonly key: "registry" } & RegistryPosition)
  | { readonly key: "notices"; readonly subscribed: readonly Subscribed[] }
  /** Text of the worker's notification: the worker has neither texts nor a language of its own. */
  | ({ readonly key: "noticeWords" } & NoticeWords)
  | { readonly key: "lock"; readonly lock: LockRecord }
  /** S13: shown until the person has read it, whether page or worker erased the data. */
  | {
      readonly key: "revoked";
      readonly desk: DeskAddress;
      readonly erasedAt: Instant;
      readonly isEverything: boolean;
    };

/** How a device of a desk is notified of waiting letters, as the endpoint last confirmed. */
export type Subscribed = {
  readonly device: DeviceId;
  /** The browser's push URL; null if it has none. */
  readonly pushEndpoint: string | null;
  /** `mailToDigest` of the address, which may not be readable on a locked device. */
  readonly mailDigest: Digest | null;
  /** The epoch of the endpoint that has it: a restored endpoint may not. */
  readonly epoch: Epoch;
};

/** Texts of a notification, in the person's language. */
export type NoticeWords = {
  readonly language: string;
  readonly title: string;
  readonly message: string;
};

/** The saved edition. Its private contacts are in `privates`, all in one row. */
export type EditionRow = HeldDirectory & {
  readonly key: "held";
  /**
   * The publisher who signed the edition, and the signature over the exact text: an identical one
   * needs no second check.
   */
  readonly publisher: PublicKey;
  readonly signature: string;
  readonly etag: string | null;
  readonly source: "shipped" | "endpoint" | "file";
  readonly takenAt: Instant;
};

export const privateKinds = [
  "draft",
  "inquiry",
  "thread",
  "summaries",
  "reply",
  "profile",
  "identity",
  "pendingEnrolment",
  "directory",
] as const;
export type PrivateKind = (typeof privateKinds)[number];

/** A value encrypted with the data key (AES-256-GCM); only `sealing` knows its content. */
export type PrivateRow = {
  readonly kind: PrivateKind;
  readonly id: string;
  /** The desk whose revocation deletes this row; null for rows that belong to the person. */
  readonly desk: DeskId | null;
  /** Rises with each write; a writer passes the revision that it read. */
  readonly rev: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** An envelope made here, kept to be sent again if the endpoint is restored (S12). */
export type SentRow = {
  readonly envelopeId: EnvelopeId;
  readonly thread: ThreadId;
  readonly kind: EnvelopeKind;
  readonly from: DeskId;
  readonly to: DeskId;
  readonly sealedTo: readonly DeviceId[];
  /** Its number among all envelopes that this device ever queued (S6, S12). */
  readonly sequence: number;
  readonly digests: readonly Digest[];
  readonly queuedAt: Instant;
  readonly receipt: Receipt | null;
  /** An earlier epoch's receipt: held then, in the outbox to be sent again (S12). */
  readonly lostReceipt: Receipt | null;
  /** Taken back after an attempt to send: never sent again (S10). */
  readonly withdrawn: boolean;
  /** S11: changes between writing and sending that did not stop it. */
  readonly notes: readonly ("deviceJoined" | "contactExpired")[];
};

/** A sent envelope's bytes, kept apart: a list of a thousand threads reads only `sent`. */
export type SentBytesRow = { readonly envelopeId: EnvelopeId; readonly bytes: string };

/** Marks a thread that has changed since its summary was made. */
export type TouchedRow = ThreadPlace & { readonly number?: number };

export type FeedPosition = { readonly desk: DeskId; readonly epoch: Epoch; readonly next: number };

/** A row of a desk's feed. An envelope's bytes are removed once it was opened. */
export type ArrivedRow = { readonly desk: DeskId; readonly position: number } & (
  | {
      readonly state: "sealed" | "opened" | "problem";
      readonly envelopeId: EnvelopeId;
      readonly thread: ThreadId | null;
      readonly kind: EnvelopeKind | null;
      readonly bytes: string | null;
      readonly receipt: Receipt;
      readonly problem: ArrivalProblem | null;
    }
  | {
      readonly state: "notice";
      readonly notice: "delivered" | "recipientsGone";
      readonly envelopeId: EnvelopeId;
      /** The envelope's thread; null if nothing on this device tells which it is. */
      readonly thread: ThreadId | null;
      readonly device: DeviceId | null;
      readonly at: Instant;
    }
);

export type RegistryRow = {
  /** The signature over the entry, which is the same in any position and epoch. */
  readonly id: string;
  readonly position: number;
  readonly entry: RegistryEntry;
};

/** How far the registry was read, and which publishers were trusted then. */
export type RegistryPosition = {
  readonly epoch: Epoch;
  readonly next: number;
  readonly publishers: readonly PublicKey[];
};

/**
 * Everything that Enlace keeps on a device. Readable by anyone who has the device: guidance, the
 * open directory, who wrote to whom and when. Texts that the person wrote and the directory's
 * private part are in `privates`; sealed envelopes in `outbox`, `sentBytes`, `arrived`. `strict`
 * durability: a person's text is on the disk before the screen says so (0.2 ms a write, measured in
 * Chromium).
 */
export class EnlaceDatabase extends Dexie {
  declare readonly packs: EntityTable<ContentPack, "language">;
  declare readonly editions: EntityTable<EditionRow, "key">;
  declare readonly privates: Table<PrivateRow, [PrivateKind, string]>;
  declare readonly outbox: Table<OutboxEntry, EnvelopeId>;
  declare readonly sent: Table<SentRow, EnvelopeId>;
  declare readonly sentBytes: Table<SentBytesRow, EnvelopeId>;
  declare readonly touched: Table<TouchedRow, number>;
  declare readonly arrived: Table<ArrivedRow, [DeskId, number]>;
  declare readonly positions: EntityTable<FeedPosition, "desk">;
  declare readonly registry: EntityTable<RegistryRow, "id">;
  declare readonly enrolments: Table<Enrolment, string>;
  declare readonly singles: Table<SingleRow, SingleRow["key"]>;

  constructor(name: string, options: DexieOptions = {}) {
    super(name, { chromeTransactionDurability: "strict", ...options });
    this.version(2).stores({
      packs: "language",
      editions: "key",
      privates: "[kind+id], kind",
      outbox: "envelopeId, sequence, thread",
      sent: "envelopeId, sequence, thread",
      sentBytes: "envelopeId",
      touched: "++number",
      arrived: "[desk+position], state, thread, kind, envelopeId",
      positions: "desk",
      registry: "id",
      enrolments: "device",
      singles: "key",
      // Plain-text tables of the first stage, never released; null removes them.
      inquiries: null,
      received: null,
    });
  }
}
