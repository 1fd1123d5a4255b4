import { emptyProfile, type Profile } from "#domain/device/profile.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import { type ListError, openRows, type PrivateList } from "#sealing/records/privateRecords.ts";
import type { RowUnreadable } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { PrivateKind } from "#storage/database.ts";
import { type Everything, readEverything } from "#storage/device/readEverything.ts";
import { tryStorage } from "#storage/storageError.ts";

/**
 * All of a person's data on this device, opened. Leaves out what would let its reader act for a
 * desk, and sealed bytes: their content is in the threads.
 */
export type ExportContents = Omit<Everything, "privates" | "outbox" | "sent" | "arrived"> & {
  readonly format: "enlace-export/2";
  readonly exportedAt: Instant;
  readonly profile: Profile;
  readonly drafts: readonly InquiryRecord[];
  readonly replies: readonly ReplyRecord[];
  readonly inquiries: readonly InquiryRecord[];
  readonly threads: readonly ThreadRecord[];
  readonly outbox: readonly Omit<Everything["outbox"][number], "bytes">[];
  readonly sent: readonly Omit<Everything["sent"][number], "bytes">[];
  /** Arrivals that are not letters: never opened, or with a problem. */
  readonly unopened: readonly Everything["arrived"][number][];
  /** Rows that their data key does not open: they are left out, and the export reports that. */
  readonly unreadable: readonly RowUnreadable[];
};

/**
 * Reads everything at one moment and opens it; fails as a whole, and never omits what it could not
 * read.
 */
export const collectExport = async (
  { database, vault }: PrivateDeps,
  exportedAt: Instant,
): Promise<Result<ExportContents, ListError>> => {
  const read = await tryStorage(() => readEverything(database));
  if (!read.ok) return read;
  const { privates, outbox, sent, arrived, ...rest } = read.value;
  const open = <K extends PrivateKind>(kind: K) =>
    openRows(
      vault,
      kind,
      privates.filter((row) => row.kind === kind),
    );
  const profiles = await open("profile");
  if (!profiles.ok) return profiles;
  const drafts = await open("draft");
  if (!drafts.ok) return drafts;
  const replies = await open("reply");
  if (!replies.ok) return replies;
  const inquiries = await open("inquiry");
  if (!inquiries.ok) return inquiries;
  const threads = await open("thread");
  if (!threads.ok) return threads;
  const opened = [profiles, drafts, replies, inquiries, threads];
  return ok({
    format: "enlace-export/2",
    exportedAt,
    profile: profiles.value.kept[0]?.value ?? emptyProfile,
    drafts: toValues(drafts.value),
    replies: toValues(replies.value),
    inquiries: toValues(inquiries.value),
    threads: toValues(threads.value),
    outbox: outbox.map(({ bytes: _, ...entry }) => entry),
    sent,
    unopened: arrived.filter(({ state }) => state === "sealed" || state === "problem"),
    ...rest,
    unreadable: opened.flatMap(({ value }) => value.unreadable),
  });
};

const toValues = <T>({ kept }: PrivateList<T>): readonly T[] => kept.map(({ value }) => value);
