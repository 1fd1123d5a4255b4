import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { ReplyRecord } from "#domain/replyDraft.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ThreadRecord } from "#domain/threadRecord.ts";
import { openRows, type PrivateList } from "#sealing/privateRecords.ts";
import type { Vault, VaultLocked } from "#sealing/vault.ts";
import type { ThreadRows } from "#storage/threadRows.ts";

/** What threads are made of, opened. */
export type OpenedRows = Omit<ThreadRows, "threads" | "drafts" | "replies" | "inquiries"> & {
  readonly threads: PrivateList<ThreadRecord>;
  readonly drafts: PrivateList<InquiryRecord>;
  readonly replies: PrivateList<ReplyRecord>;
  readonly inquiries: PrivateList<InquiryRecord>;
};

/** Everything that was read, opened; only a lock in between fails as a whole. */
export const openThreadRows = async (
  vault: Vault,
  rows: ThreadRows,
): Promise<Result<OpenedRows, VaultLocked>> => {
  const [threads, drafts, replies, inquiries] = await Promise.all([
    openRows<ThreadRecord>(vault, rows.threads),
    openRows<InquiryRecord>(vault, rows.drafts),
    openRows<ReplyRecord>(vault, rows.replies),
    openRows<InquiryRecord>(vault, rows.inquiries),
  ]);
  if (!threads.ok) return threads;
  if (!drafts.ok) return drafts;
  if (!replies.ok) return replies;
  if (!inquiries.ok) return inquiries;
  return ok({
    ...rows,
    threads: threads.value,
    drafts: drafts.value,
    replies: replies.value,
    inquiries: inquiries.value,
  });
};
