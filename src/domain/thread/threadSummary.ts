import type { DeskAddress } from "#domain/desk.ts";
import { type EnvelopeId, isWithinDesk, type Urgency } from "#domain/envelope/envelope.ts";
import type { Receipts } from "#domain/envelope/receipt.ts";
import type { IncidentKind } from "#domain/inquiry/inquiry.ts";
import type { Instant } from "#domain/instant.ts";
import type { ThreadPlace, ThreadRecord, ThreadSide, ThreadState } from "./thread.ts";
import type { ThreadAttention } from "./threadAttention.ts";
import { listUnread } from "./threadReading.ts";
import { otherDeskOf, type ThreadSources, threadStatus } from "./threadStatus.ts";
import { lateFrom, noSignFrom, type ThreadTurn, threadTurn } from "./threadTurn.ts";

/** A thread's row in the list, without its letters; valid until something of the thread changes. */
export type ThreadSummary = ThreadPlace & {
  readonly other: DeskAddress | null;
  readonly side: ThreadSide | null;
  readonly state: ThreadState["type"];
  readonly turn: ThreadTurn;
  /** The inquiry's kind; null while the inquiry is not here. */
  readonly kind: IncidentKind | null;
  readonly urgency: Urgency | null;
  readonly attention: readonly ThreadAttention["type"][];
  readonly unreadCount: number;
  /** The time after which the promised answer is late; null if none is promised, or it is here. */
  readonly lateFrom: Instant | null;
  /** The time from which the list shows that no reply has come; null if none is expected. */
  readonly noSignFrom: Instant | null;
  readonly newestAt: Instant;
  /** This device's first letter that the endpoint is not known to hold. */
  readonly unsent: EnvelopeId | null;
  /** The letters between the two desks that the endpoint holds. */
  readonly held: readonly { readonly id: EnvelopeId; readonly at: Instant }[];
};

/** Summarizes a thread from its status. */
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

/**
 * Finds the newest letter's time, by the endpoint's clock if it holds the letter; letters within
 * the desk are not news.
 */
const findNewest = ({ letters }: ThreadRecord): Instant => {
  const times = letters
    .filter(({ letter }) => !isWithinDesk(letter.kind))
    .map(({ receipt, queuedAt, letter }) => receipt?.heldAt ?? queuedAt ?? letter.writtenAt);
  // The empty text sorts before all times: a thread without other letters is not shown.
  return times.toSorted().at(-1) ?? ("" as Instant);
};

const listHeld = ({ letters }: ThreadRecord, receipts: Receipts): ThreadSummary["held"] =>
  letters.flatMap(({ letter: { id, kind }, receipt }) => {
    const at = (receipt ?? receipts.get(id))?.heldAt;
    return at && !isWithinDesk(kind) ? [{ id, at }] : [];
  });
