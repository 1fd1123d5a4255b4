import {
  envelopeToSending,
  type SendingStatus,
  type WhileClosed,
} from "#domain/envelope/sending.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import type { ReplyKind, ReplyRecord } from "#domain/letter/replyDraft.ts";
import { type CorrespondenceLetter, listCorrespondence } from "#domain/thread/correspondence.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import {
  type ThreadSources,
  type ThreadStatus,
  threadStatus,
} from "#domain/thread/threadStatus.ts";
import {
  isOverdue,
  noSignSince,
  planReplies,
  type ThreadTurn,
  threadTurn,
} from "#domain/thread/threadTurn.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import type { SentRow } from "#storage/database.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import { listShownTroubled } from "./listShownTroubled.ts";
import type { OpenedRows } from "./openThreadRows.ts";
import { createThreadSources } from "./threadSources.ts";

/** Everything that the screen of one thread shows. */
export type ThreadPlan = {
  readonly record: ThreadRecord;
  readonly sources: ThreadSources;
  readonly status: ThreadStatus;
  readonly turn: ThreadTurn;
  readonly isOverdue: boolean;
  /** Held longer than the asker's urgency lets one wait, without a word. */
  readonly hasNoSign: boolean;
  /** How far this device's first letter has gone that the endpoint does not hold. */
  readonly sending: SendingStatus | undefined;
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
  const status = threadStatus(sources);
  if (status.state.type === "nothing") return undefined;
  const { side } = status;
  const [unsent] = status.unsent;
  return {
    record,
    sources,
    status,
    turn: threadTurn(status, listUnread(record).length),
    isOverdue: isOverdue(status, now),
    hasNoSign: noSignSince(status, now) !== null,
    sending:
      unsent && envelopeToSending(unsent.envelope, sources.outbox, sources.receipts, whileClosed),
    letters: listCorrespondence(sources),
    replies: side ? planReplies(status, side) : [],
    inquiry: rows.inquiries.kept[0]?.value,
    replyDraft: rows.replies.kept[0],
    sent: rows.sent,
    troubled: listShownTroubled(rows.troubled, [record]),
  };
};
