import type { Receipts } from "#domain/envelope/receipt.ts";
import type { Instant } from "#domain/instant.ts";
import { lateFrom } from "./isOverdue.ts";
import { noSignFrom } from "./noSignSince.ts";
import { otherDeskOf } from "./otherDeskOf.ts";
import type { ThreadRecord } from "./thread.ts";
import { listUnread } from "./threadReading.ts";
import { type ThreadSources, threadStatus } from "./threadStatus.ts";
import type { ThreadSummary } from "./threadSummary.ts";
import { threadTurn } from "./threadTurn.ts";

/** The status, in the line that the list has of it. */
export const summarizeThread = (record: ThreadRecord, sources: ThreadSources): ThreadSummary => {
  const status = threadStatus(sources);
  const { side, inquiry, state } = status;
  const unreadCount = listUnread(record).length;
  return {
    id: record.id,
    desk: record.desk,
    other: otherDeskOf(record, status) ?? null,
    side,
    state: state.type,
    turn: threadTurn(status, unreadCount),
    kind: inquiry?.content.kind ?? null,
    urgency: inquiry?.content.urgency ?? null,
    attention: status.needsAttention.map(({ type }) => type),
    unreadCount,
    lateFrom: lateFrom(status),
    noSignFrom: noSignFrom(status),
    newestAt: findNewest(record),
    unsent: status.unsent[0]?.envelope ?? null,
    held: listHeld(record, sources.receipts),
  };
};

/** By the endpoint's clock where it holds a letter; what stays within the desk is no news. */
const findNewest = ({ letters }: ThreadRecord): Instant => {
  const times = letters
    .filter(({ letter }) => letter.kind !== "note" && letter.kind !== "handover")
    .map(({ receipt, queuedAt, letter }) => receipt?.heldAt ?? queuedAt ?? letter.writtenAt);
  // The longest past of all: a thread of nothing else is not shown.
  return times.toSorted().at(-1) ?? ("" as Instant);
};

const listHeld = ({ letters }: ThreadRecord, receipts: Receipts): ThreadSummary["held"] =>
  letters.flatMap(({ letter: { id, kind }, receipt }) => {
    const at = (receipt ?? receipts.get(id))?.heldAt;
    return at && kind !== "note" && kind !== "handover" ? [{ id, at }] : [];
  });
