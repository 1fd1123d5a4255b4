import { type EnvelopeId, isWithinDesk } from "#domain/envelope/envelope.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import {
  envelopeToSending,
  type SendingStatus,
  type WhileClosed,
} from "#domain/envelope/sending.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import type { ReplyKind, ReplyRecord } from "#domain/letter/replyDraft.ts";
import { ok, type Result } from "#domain/result.ts";
import { type CorrespondenceLetter, listCorrespondence } from "#domain/thread/correspondence.ts";
import { placeToKey, type ThreadNotice, type ThreadRecord } from "#domain/thread/thread.ts";
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
import { type Kept, openRows, type PrivateList } from "#sealing/records/privateRecords.ts";
import type { VaultLocked } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { SentRow } from "#storage/database.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import type { OneThreadRows, ThreadRows } from "#storage/threads/threadRows.ts";

/** The content of one thread's screen. */
export type ThreadPlan = {
  readonly record: ThreadRecord;
  readonly sources: ThreadSources;
  readonly status: ThreadStatus;
  readonly turn: ThreadTurn;
  readonly isOverdue: boolean;
  /** True if it has been held for longer than the asker's urgency allows, without a reply. */
  readonly hasNoSign: boolean;
  /** The sending status of this device's first letter that the endpoint does not hold. */
  readonly sending: SendingStatus | undefined;
  readonly letters: readonly CorrespondenceLetter[];
  /** The replies that may be written now, the procedure's first option first. */
  readonly replies: readonly ReplyKind[];
  /** The inquiry as written on this device, with the notes on it. */
  readonly inquiry: InquiryRecord | undefined;
  readonly replyDraft: Kept<ReplyRecord> | undefined;
  readonly sent: readonly SentRow[];
  /** Arrivals of this thread that can't be shown as letters. */
  readonly troubled: readonly ArrivedEnvelope[];
};

/**
 * Plans one thread's screen; undefined if this device has no such thread, or nothing of it to show.
 */
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

/**
 * Lists the arrivals that can't be shown as letters; `threads` are the threads they belong to.
 * Leaves out what the desk has by now, because a colleague's device handed it over or its sender
 * sent it again, and notes within the desk from before this device joined: neither asks anybody to
 * do anything.
 */
export const listShownTroubled = (
  troubled: readonly ArrivedEnvelope[],
  threads: readonly ThreadRecord[],
): readonly ArrivedEnvelope[] => {
  const letters = threads.flatMap((thread) =>
    thread.letters.map(({ letter }) => ({ desk: thread.desk, letter })),
  );
  const known = new Set(letters.map(({ desk, letter }) => `${desk} ${letter.id}`));
  // Its sender could write into this thread anyway; arrivals of other threads stay visible.
  const isSaidAgain = ({ desk, envelopeId, thread, kind }: ArrivedEnvelope): boolean =>
    letters
      .filter((each) => each.desk === desk)
      .some(
        ({ letter }) =>
          letter.replaces === envelopeId && letter.thread === thread && letter.kind === kind,
      );
  return troubled.filter((arrived) => {
    const { desk, envelopeId, kind, problem } = arrived;
    const isFromBefore = problem?.type === "notSealedToUs";
    const isHere = known.has(`${desk} ${envelopeId}`);
    return !isHere && !(isFromBefore && (isWithinDesk(kind) || isSaidAgain(arrived)));
  });
};

export type OpenedInquiryRows = {
  readonly drafts: PrivateList<InquiryRecord>;
  readonly inquiries: PrivateList<InquiryRecord>;
};

/** The opened rows of one thread's screen. */
export type OpenedRows = OpenedInquiryRows &
  Pick<OneThreadRows, "outbox" | "sent" | "notices" | "troubled"> & {
    readonly threads: PrivateList<ThreadRecord>;
    readonly replies: PrivateList<ReplyRecord>;
  };

/** Opens all rows that were read; only a lock in between fails the whole. */
export const openThreadRows = async (
  deps: Pick<PrivateDeps, "vault">,
  rows: OneThreadRows,
): Promise<Result<OpenedRows, VaultLocked>> => {
  const [threads, replies, inquiries] = await Promise.all([
    openRows(deps.vault, "thread", rows.threads),
    openRows(deps.vault, "reply", rows.replies),
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
  const drafts = await openRows(vault, "draft", rows.drafts);
  const inquiries = await openRows(vault, "inquiry", rows.inquiries);
  if (!drafts.ok) return drafts;
  return inquiries.ok ? ok({ drafts: drafts.value, inquiries: inquiries.value }) : inquiries;
};

/**
 * Creates the function that picks a thread's sources for the domain from all rows read. The rows
 * are sorted by thread once, because a list asks for a thousand.
 */
export const createThreadSources = ({
  outbox,
  sent,
  notices,
}: Pick<ThreadRows, "outbox" | "sent" | "notices">): ((record: ThreadRecord) => ThreadSources) => {
  const outboxByPlace = new Map<string, OutboxEntry[]>();
  for (const entry of outbox) {
    const key = placeToKey({ id: entry.thread, desk: entry.from });
    outboxByPlace.set(key, [...(outboxByPlace.get(key) ?? []), entry]);
  }
  const noticesByEnvelope = new Map<string, ThreadNotice[]>();
  for (const { desk, notice: type, envelopeId: envelope, device, at } of notices) {
    const key = `${desk} ${envelope}`;
    const known = noticesByEnvelope.get(key) ?? [];
    noticesByEnvelope.set(key, [...known, { type, envelope, device, at }]);
  }
  // S12: an envelope that is in the outbox again is no longer held, even if it has an old receipt.
  const waiting = new Set(outbox.map(({ envelopeId }) => envelopeId));
  const receipts = new Map<EnvelopeId, Receipt>();
  for (const { envelopeId, receipt } of sent) {
    if (receipt && !waiting.has(envelopeId)) receipts.set(envelopeId, receipt);
  }
  return ({ id, desk, letters }) => ({
    desk,
    letters,
    notices: letters.flatMap(({ letter }) => noticesByEnvelope.get(`${desk} ${letter.id}`) ?? []),
    outbox: outboxByPlace.get(placeToKey({ id, desk })) ?? [],
    receipts,
  });
};
