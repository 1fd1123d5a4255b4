import type { DeskId } from "#domain/desk.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { envelopeToSending, type SendingStatus, type WhileClosed } from "#domain/inquiryStatus.ts";
import type { Instant } from "#domain/instant.ts";
import { isOverdue } from "#domain/isOverdue.ts";
import { listUnread } from "#domain/listUnread.ts";
import { noSignSince } from "#domain/noSignSince.ts";
import type { ThreadRecord } from "#domain/threadRecord.ts";
import { type ThreadSources, type ThreadStatus, threadStatus } from "#domain/threadStatus.ts";
import { type ThreadTurn, threadTurn } from "#domain/threadTurn.ts";
import { type Urgency, urgencies } from "#domain/urgency.ts";
import type { RowUnreadable } from "#sealing/vault.ts";
import type { ArrivedEnvelope } from "#storage/arrived.ts";
import { listShownTroubled } from "./listShownTroubled.ts";
import type { OpenedRows } from "./openThreadRows.ts";
import { createThreadSources } from "./threadSources.ts";

export type ThreadRowPlan = {
  readonly type: "thread";
  readonly record: ThreadRecord;
  readonly status: ThreadStatus;
  readonly turn: ThreadTurn;
  readonly isUnread: boolean;
  readonly isOverdue: boolean;
  /** Held longer than the asker's urgency lets one wait, without a word. */
  readonly hasNoSign: boolean;
  /** How far this device's first letter has gone that the endpoint does not hold. */
  readonly sending: SendingStatus | undefined;
  /** A reply is being written here. */
  readonly hasReplyDraft: boolean;
  readonly newestAt: Instant;
};

export type ListRowPlan =
  | ThreadRowPlan
  | { readonly type: "draft"; readonly record: InquiryRecord }
  | { readonly type: "troubled"; readonly arrived: ArrivedEnvelope }
  /** From before this device joined: a colleague's device can hand all of them over. */
  | { readonly type: "sealedBefore"; readonly desk: DeskId; readonly count: number }
  | { readonly type: "unreadable"; readonly row: RowUnreadable };

export type ListGroup = {
  readonly of: "attention" | "mine" | "waiting" | "settled" | "drafts" | "closed";
  readonly rows: readonly ListRowPlan[];
};

/** One list of all that a desk has to do with, what wants attention first; empty groups are left out. */
export const planThreadList = (
  rows: OpenedRows,
  now: Instant,
  whileClosed: WhileClosed,
): readonly ListGroup[] => {
  const { threads, drafts, replies, inquiries } = rows;
  const toSources = createThreadSources(rows);
  const written = new Set<string>(replies.kept.map(({ value }) => value.thread));
  const planned = threads.kept
    .map(({ value }) => planThreadRow(value, toSources(value), now, whileClosed))
    .filter(({ status }) => status.state.type !== "nothing")
    .map((row) => ({ ...row, hasReplyDraft: written.has(row.record.id) }))
    .toSorted(compareRows);
  const inGroup = (of: ListGroup["of"]) => planned.filter((row) => groupOf(row) === of);
  const unreadable = [threads, drafts, replies, inquiries].flatMap((list) => list.unreadable);
  const groups: readonly ListGroup[] = [
    {
      of: "attention",
      rows: [
        ...inGroup("attention"),
        ...listTroubledRows(listShownTroubled(rows)),
        ...unreadable.map((row) => ({ type: "unreadable" as const, row })),
      ],
    },
    { of: "mine", rows: inGroup("mine") },
    { of: "waiting", rows: inGroup("waiting") },
    { of: "settled", rows: inGroup("settled") },
    {
      of: "drafts",
      rows: drafts.kept
        .map(({ value: record }) => ({ type: "draft" as const, record }))
        .toSorted((a, b) => (a.record.changedAt < b.record.changedAt ? 1 : -1)),
    },
    { of: "closed", rows: inGroup("closed") },
  ];
  return groups.filter((group) => group.rows.length > 0);
};

/** Everything that is said of a thread in a line. */
export const planThreadRow = (
  record: ThreadRecord,
  sources: ThreadSources,
  now: Instant,
  whileClosed: WhileClosed,
): ThreadRowPlan => {
  const status = threadStatus(sources);
  const unreadCount = listUnread(record).length;
  const [unsent] = status.unsent;
  return {
    type: "thread",
    record,
    status,
    turn: threadTurn(status, unreadCount),
    isUnread: unreadCount > 0,
    isOverdue: isOverdue(status, now),
    hasNoSign: noSignSince(status, now) !== null,
    sending:
      unsent && envelopeToSending(unsent.envelope, sources.outbox, sources.receipts, whileClosed),
    hasReplyDraft: false,
    newestAt: findNewest(record),
  };
};

const listTroubledRows = (troubled: readonly ArrivedEnvelope[]): readonly ListRowPlan[] => {
  const before = troubled.filter(({ problem }) => problem?.type === "notSealedToUs");
  const desks = [...new Set(before.map(({ desk }) => desk))];
  return [
    ...troubled
      .filter((arrived) => !before.includes(arrived))
      .map((arrived) => ({ type: "troubled" as const, arrived })),
    ...desks.map((desk) => ({
      type: "sealedBefore" as const,
      desk,
      count: before.filter((arrived) => arrived.desk === desk).length,
    })),
  ];
};

const groupOf = ({ status, turn }: ThreadRowPlan): ListGroup["of"] => {
  const { state, unsent } = status;
  // Nothing can be answered before a colleague's device hands the inquiry over.
  if (state.type === "withoutInquiry") return "attention";
  if (turn.type === "mine") return turn.reason === "attention" ? "attention" : "mine";
  if (state.type === "closed" || state.type === "withdrawn") return "closed";
  return turn.type === "theirs" || unsent.length > 0 ? "waiting" : "settled";
};

/** What is late first, then what is urgent, then what is new. */
const compareRows = (a: ThreadRowPlan, b: ThreadRowPlan): number => {
  const [keysA, keysB] = [toSortKeys(a), toSortKeys(b)];
  for (const [place, key] of keysA.entries()) {
    const difference = key - (keysB[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.newestAt < b.newestAt ? 1 : -1;
};

const toSortKeys = (row: ThreadRowPlan): readonly number[] => [
  row.isOverdue || row.hasNoSign ? 0 : 1,
  row.turn.type === "nobody" ? 0 : urgencies.indexOf(urgencyOf(row)),
];

const urgencyOf = ({ status }: ThreadRowPlan): Urgency => status.inquiry?.content.urgency ?? "none";

/** By the endpoint's clock where it holds a letter; what stays within the desk is no news. */
const findNewest = ({ letters }: ThreadRecord): Instant => {
  const times = letters
    .filter(({ letter }) => letter.kind !== "note" && letter.kind !== "handover")
    .map(({ receipt, queuedAt, letter }) => receipt?.heldAt ?? queuedAt ?? letter.writtenAt);
  // The longest past of all: a thread of nothing else is not shown.
  return times.toSorted().at(-1) ?? ("" as Instant);
};
