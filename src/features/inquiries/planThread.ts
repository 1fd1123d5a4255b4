import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { WhileClosed } from "#domain/inquiryStatus.ts";
import type { Instant } from "#domain/instant.ts";
import { type CorrespondenceLetter, listCorrespondence } from "#domain/listCorrespondence.ts";
import { planReplies } from "#domain/planReplies.ts";
import type { ReplyKind, ReplyRecord } from "#domain/replyDraft.ts";
import type { ThreadSources } from "#domain/threadStatus.ts";
import type { Kept } from "#sealing/privateRecords.ts";
import type { ArrivedEnvelope } from "#storage/arrived.ts";
import type { SentRow } from "#storage/database.ts";
import { listShownTroubled } from "./listShownTroubled.ts";
import type { OpenedRows } from "./openThreadRows.ts";
import { planThreadRow, type ThreadRowPlan } from "./planThreadList.ts";
import { createThreadSources } from "./threadSources.ts";

/** Everything that the screen of one thread shows. */
export type ThreadPlan = ThreadRowPlan & {
  readonly sources: ThreadSources;
  readonly letters: readonly CorrespondenceLetter[];
  /** Which replies may be written now, the procedure's first option first. */
  readonly replies: readonly ReplyKind[];
  /** The inquiry as it was written on this device, with the notes on it. */
  readonly inquiry: InquiryRecord | undefined;
  readonly replyDraft: Kept<ReplyRecord> | undefined;
  readonly sent: readonly SentRow[];
  /** Arrived for this thread, and can't be shown as letters. */
  readonly troubled: readonly ArrivedEnvelope[];
};

/** Undefined where this device keeps no such thread, or nothing of it that could be shown. */
export const planThread = (
  rows: OpenedRows,
  now: Instant,
  whileClosed: WhileClosed,
): ThreadPlan | undefined => {
  const record = rows.threads.kept[0]?.value;
  if (!record) return undefined;
  const sources = createThreadSources(rows)(record);
  const row = planThreadRow(record, sources, now, whileClosed);
  if (row.status.state.type === "nothing") return undefined;
  const { side } = row.status;
  const [replyDraft] = rows.replies.kept;
  return {
    ...row,
    hasReplyDraft: replyDraft !== undefined,
    sources,
    letters: listCorrespondence(sources),
    replies: side ? planReplies(row.status, side) : [],
    inquiry: rows.inquiries.kept[0]?.value,
    replyDraft,
    sent: rows.sent,
    troubled: listShownTroubled(rows),
  };
};
