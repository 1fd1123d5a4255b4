import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import { openRows, type PrivateList } from "#sealing/records/privateRecords.ts";
import type { PrivateDeps } from "#sealing/vault/sealingDeps.ts";
import type { VaultLocked } from "#sealing/vault/vault.ts";
import type { OneThreadRows } from "#storage/threads/threadRows.ts";

export type OpenedInquiryRows = {
  readonly drafts: PrivateList<InquiryRecord>;
  readonly inquiries: PrivateList<InquiryRecord>;
};

/** What one thread's screen shows, opened. */
export type OpenedRows = OpenedInquiryRows &
  Pick<OneThreadRows, "outbox" | "sent" | "notices" | "troubled"> & {
    readonly threads: PrivateList<ThreadRecord>;
    readonly replies: PrivateList<ReplyRecord>;
  };

/** Everything that was read, opened; only a lock in between fails as a whole. */
export const openThreadRows = async (
  deps: Pick<PrivateDeps, "vault">,
  rows: OneThreadRows,
): Promise<Result<OpenedRows, VaultLocked>> => {
  const [threads, replies, inquiries] = await Promise.all([
    openRows<ThreadRecord>(deps.vault, rows.threads),
    openRows<ReplyRecord>(deps.vault, rows.replies),
    openInquiryRows(deps, rows),
  ]);
  if (!threads.ok) return threads;
  if (!replies.ok) return replies;
  if (!inquiries.ok) return inquiries;
  return ok({ ...rows, ...inquiries.value, threads: threads.value, replies: replies.value });
};

export const openInquiryRows = async (
  { vault }: Pick<PrivateDeps, "vault">,
  rows: Pick<OneThreadRows, "drafts" | "inquiries">,
): Promise<Result<OpenedInquiryRows, VaultLocked>> => {
  const drafts = await openRows<InquiryRecord>(vault, rows.drafts);
  const inquiries = await openRows<InquiryRecord>(vault, rows.inquiries);
  if (!drafts.ok) return drafts;
  return inquiries.ok ? ok({ drafts: drafts.value, inquiries: inquiries.value }) : inquiries;
};
