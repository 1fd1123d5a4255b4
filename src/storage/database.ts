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

/** What stands alone, one row each under its own key. */
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
  /** What the worker says when something waits: it has no texts, nor a language, of its own. */
  | ({ readonly key: "noticeWords" } & NoticeWords)
  | { readonly key: "lock"; readonly lock: LockRecord }
  /** S13: told until the person has read it, whoever of page and worker was there. */
  | {
      readonly key: "revoked";
      readonly desk: DeskAddress;
      readonly erasedAt: Instant;
      readonly isEverything: boolean;
    };

/** Where a device of a desk is told that something waits, as the endpoint last answered. */
export type Subscribed = {
  readonly device: DeviceId;
  /** Where the browser is pushed to; null if it isn't. */
  readonly pushEndpoint: string | null;
  /** `mailToDigest` of the address: it may be one that nobody may read on a locked device. */
  readonly mailDigest: Digest | null;
  /** Of the endpoint that holds it: a restored one may not. */
  readonly epoch: Epoch;
};

/** In the language that the person reads. */
export type NoticeWords = {
  readonly language: string;
  readonly title: string;
  readonly message: string;
};

/** Its private contacts lie in `privates`, all of them in one row. */
export type EditionRow = HeldDirectory & {
  readonly key: "held";
  /** Whose word it is, and the signature over the very text: the same again needs no second look. */
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

/** AES-256-GCM under the data key; what it says is known to `sealing` alone. */
export type PrivateRow = {
  readonly kind: PrivateKind;
  readonly id: string;
  /** Which desk it goes with when that desk is revoked; null for what belongs to the person. */
  readonly desk: DeskId | null;
  /** Rises with each writing: whoever writes says which one was read. */
  readonly rev: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** An envelope that this device made, kept to be put again should the endpoint be restored (S12). */
export type SentRow = {
  readonly envelopeId: EnvelopeId;
  readonly thread: ThreadId;
  readonly kind: EnvelopeKind;
  readonly from: DeskId;
  readonly to: DeskId;
  readonly sealedTo: readonly DeviceId[];
  /** Its place among all that this device ever queued (S6, S12). */
  readonly sequence: number;
  readonly digests: readonly Digest[];
  readonly queuedAt: Instant;
  readonly receipt: Receipt | null;
  /** Of an epoch that ended: it was held once, and is in the outbox to be held again (S12). */
  readonly lostReceipt: Receipt | null;
  /** Taken back after a try: never put again (S10). */
  readonly withdrawn: boolean;
  /** S11: what changed between writing and sending, and did not stop it. */
  readonly notes: readonly ("deviceJoined" | "contactExpired")[];
};

/** Its bytes, apart from it: a list of a thousand threads looks at `sent`, and needs none of them. */
export type SentBytesRow = { readonly envelopeId: EnvelopeId; readonly bytes: string };

/** Something of this thread was written since its summary was made. */
export type TouchedRow = ThreadPlace & { readonly number?: number };

export type FeedPosition = { readonly desk: DeskId; readonly epoch: Epoch; readonly next: number };

/** What stands at a place of a desk's feed. The bytes go once they were opened. */
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
      /** Of that envelope; null where nothing here says which it is. */
      readonly thread: ThreadId | null;
      readonly device: DeviceId | null;
      readonly at: Instant;
    }
);

export type RegistryRow = {
  /** The signature over it: the same line at another place of another epoch is the same. */
  readonly id: string;
  readonly position: number;
  readonly entry: RegistryEntry;
};

/** How far the registry was read, and whose word counted then. */
export type RegistryPosition = {
  readonly epoch: Epoch;
  readonly next: number;
  readonly publishers: readonly PublicKey[];
};

/**
 * Everything that Enlace keeps on a device, on one screen. Readable by whoever holds it: guidance,
 * the open directory, who wrote to whom and when. What was written, and the directory's private part,
 * lie in `privates`; sealed envelopes in `outbox`, `sentBytes`, `arrived`. `strict` durability: what a
 * person wrote is on the disk before the screen says so (0.2 ms a write, measured in Chromium).
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
      // The first stage's, in plain: never released, and removed with its tables.
      inquiries: null,
      received: null,
    });
  }
}
