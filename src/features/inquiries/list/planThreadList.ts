import type { DeskId } from "#domain/desk.ts";
import { urgencies } from "#domain/envelope/envelope.ts";
import {
  envelopeToSending,
  type SendingStatus,
  type WhileClosed,
} from "#domain/envelope/sending.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import type { ThreadSummary } from "#domain/thread/threadSummary.ts";
import { listShownTroubled } from "#features/inquiries/opened/planThread.ts";
import type { RowUnreadable } from "#sealing/vault/rowCodec.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import type { OpenedList } from "./openThreadList.ts";

export type ListedThread = {
  readonly type: "thread";
  readonly summary: ThreadSummary;
  readonly isOverdue: boolean;
  /** True if it has been held for longer than the asker's urgency allows, without a reply. */
  readonly hasNoSign: boolean;
  /** The sending status of this device's first letter that the endpoint does not hold. */
  readonly sending: SendingStatus | undefined;
  /** A reply is being written here. */
  readonly hasReplyDraft: boolean;
};

export type ListRowPlan =
  | ListedThread
  | { readonly type: "draft"; readonly record: InquiryRecord }
  | { readonly type: "troubled"; readonly arrived: ArrivedEnvelope }
  /** Sealed before this device joined: a colleague's device can hand all of it over. */
  | { readonly type: "sealedBefore"; readonly desk: DeskId; readonly count: number }
  | { readonly type: "unreadable"; readonly row: RowUnreadable };

export type ListGroup = {
  readonly of: "attention" | "mine" | "waiting" | "settled" | "drafts" | "closed";
  readonly rows: readonly ListRowPlan[];
};

/**
 * Plans the list of all of a desk's threads, those that need attention first, without empty groups.
 */
export const planThreadList = (
  list: OpenedList,
  now: Instant,
  whileClosed: WhileClosed,
): readonly ListGroup[] => {
  const { summaries, drafts } = list;
  const replying = new Set(list.replying.map(placeToKey));
  const planned = summaries
    .filter(({ state }) => state !== "nothing")
    .map((summary): ListedThread => {
      const { lateFrom, noSignFrom, unsent } = summary;
      return {
        type: "thread",
        summary,
        isOverdue: lateFrom !== null && lateFrom < now,
        hasNoSign: noSignFrom !== null && noSignFrom <= now,
        sending: unsent
          ? envelopeToSending(unsent, list.outbox, noReceipts, whileClosed)
          : undefined,
        hasReplyDraft: replying.has(placeToKey(summary)),
      };
    })
    .toSorted(compareRows);
  const inGroup = (of: ListGroup["of"]) => planned.filter(({ summary }) => groupOf(summary) === of);
  const groups: readonly ListGroup[] = [
    {
      of: "attention",
      rows: [
        ...inGroup("attention"),
        ...listTroubledRows(listShownTroubled(list.troubled, list.records)),
        ...[...list.unreadable, ...drafts.unreadable].map((row) => ({
          type: "unreadable" as const,
          row,
        })),
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

/** No receipts are needed: a letter that a summary calls unsent has none. */
const noReceipts = new Map<never, never>();

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

const groupOf = ({ state, turn, unsent }: ThreadSummary): ListGroup["of"] => {
  // Nothing can be answered until a colleague's device hands the inquiry over.
  if (state === "withoutInquiry") return "attention";
  if (turn.type === "mine") return turn.reason === "attention" ? "attention" : "mine";
  if (state === "closed" || state === "withdrawn") return "closed";
  return turn.type === "theirs" || unsent ? "waiting" : "settled";
};

/** Sorts late rows first, then urgent ones, then the newest, whatever the order of the input. */
const compareRows = (a: ListedThread, b: ListedThread): number =>
  toLateness(a) - toLateness(b) ||
  toUrgency(a) - toUrgency(b) ||
  compareTexts(b.summary.newestAt, a.summary.newestAt) ||
  compareTexts(placeToKey(a.summary), placeToKey(b.summary));

const compareTexts = (a: string, b: string): number => Number(a > b) - Number(a < b);

const toLateness = ({ isOverdue, hasNoSign }: ListedThread): number =>
  isOverdue || hasNoSign ? 0 : 1;

const toUrgency = ({ summary: { turn, urgency } }: ListedThread): number =>
  turn.type === "nobody" ? 0 : urgencies.indexOf(urgency ?? "none");
