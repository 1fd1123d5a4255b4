import type { Urgency } from "#domain/envelope/envelope.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import type { ReplyKind } from "#domain/letter/replyDraft.ts";
import type { ThreadSide, ThreadState } from "./thread.ts";
import type { ThreadStatus } from "./threadStatus.ts";

/** Whose turn it is, as seen by one's own desk. */
export type ThreadTurn =
  | {
      readonly type: "mine";
      /** `answerBack`: the asked side has a question before it continues. */
      readonly reason: "attention" | "answer" | "answerBack" | "read";
    }
  | { readonly type: "theirs" }
  | { readonly type: "nobody" };

/**
 * Decides whose turn it is. A queued answer counts as written: it is nobody's turn until it is
 * sent. `unreadCount`: how many letters `listUnread` returns.
 */
export const threadTurn = (status: ThreadStatus, unreadCount: number): ThreadTurn => {
  const { side, state, openQuestion } = status;
  if (state.type === "nothing") return { type: "nobody" };
  if (status.needsAttention.some(({ type }) => type !== "unseenByCloser")) return mine("attention");
  const isUnanswered =
    state.type === "held" || state.type === "delivered" || state.type === "acknowledged";
  if (side === "asked" && isUnanswered && !isAnswerQueued(status)) return mine("answer");
  if (side === "asker" && openQuestion) return mine("answerBack");
  if (unreadCount > 0) return mine("read");
  const isAwaited = isUnanswered || state.type === "queued";
  return side === "asker" && isAwaited ? { type: "theirs" } : { type: "nobody" };
};

const mine = (reason: Extract<ThreadTurn, { type: "mine" }>["reason"]): ThreadTurn => ({
  type: "mine",
  reason,
});

const isAnswerQueued = ({ unsent }: ThreadStatus): boolean =>
  unsent.some(({ kind }) => kind === "answer" || kind === "closing");

/** Returns when the promised answer becomes late; null if none is promised, or it was given. */
export const lateFrom = ({ state, estimate }: ThreadStatus): Instant | null =>
  estimate === null || estimate.isAnswered || state.type === "closed" || state.type === "withdrawn"
    ? null
    : estimate.by;

/** Tells whether the promised answer is late; both sides are shown this. */
export const isOverdue = (status: ThreadStatus, now: Instant): boolean => {
  const from = lateFrom(status);
  return from !== null && from < now;
};

const hourMs = 3_600_000;

/**
 * How long to wait without any reply before suggesting whom to try next. The procedure sets no
 * deadline: these times are ours, based on the asker's stated wish, and they accuse nobody.
 */
const noSignAfterMs = {
  hours: 6 * hourMs,
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
  none: null,
} as const satisfies Record<Urgency, number | null>;

/**
 * Returns the time from which the asker is shown that its held inquiry has no reply: its urgency
 * allows no longer wait. Null if no reply is expected. A delivery is not a reply: a device only
 * fetched it.
 */
export const noSignFrom = ({ side, inquiry, state }: ThreadStatus): Instant | null => {
  if (side !== "asker" || !inquiry) return null;
  if (state.type !== "held" && state.type !== "delivered") return null;
  const heldAt = inquiry.kept.receipt?.heldAt;
  const afterMs = noSignAfterMs[inquiry.content.urgency];
  if (heldAt === undefined || afterMs === null) return null;
  return msToInstant(instantToMs(heldAt) + afterMs);
};

/** Returns since when the inquiry is held, if the missing reply is to be shown; else null. */
export const noSignSince = (status: ThreadStatus, now: Instant): Instant | null => {
  const from = noSignFrom(status);
  return from !== null && from <= now ? (status.inquiry?.kept.receipt?.heldAt ?? null) : null;
};

type StateType = ThreadState["type"];

/**
 * The replies that each side may write in each state, the procedure's first option first. A closed
 * exchange still accepts later information; a withdrawn one accepts nothing. A letter that is not
 * yet held is taken back and rewritten instead.
 */
const repliesIn: Record<ThreadSide, Partial<Record<StateType, readonly ReplyKind[]>>> = {
  asked: {
    held: ["answer", "acknowledgement", "closing"],
    delivered: ["answer", "acknowledgement", "closing"],
    acknowledged: ["answer", "update", "closing"],
    answered: ["update", "answer", "closing"],
    closed: ["update", "answer"],
  },
  asker: {
    held: ["update", "closing"],
    delivered: ["update", "closing"],
    acknowledged: ["update", "closing"],
    answered: ["update", "closing"],
    closed: ["update"],
  },
};

/** Lists the replies that `side` may write now; letters queued on this device count as written. */
export const planReplies = (status: ThreadStatus, side: ThreadSide): readonly ReplyKind[] => {
  const replies = repliesIn[side][stateWithUnsent(status)] ?? [];
  const { state } = status;
  // The closer had not seen everything: closing again confirms that one now has.
  const isReopened = state.type === "closed" && state.unseenByCloser.length > 0;
  return isReopened && !hasUnsent(status, "closing") ? [...replies, "closing"] : replies;
};

const stateWithUnsent = (status: ThreadStatus): StateType => {
  const { type } = status.state;
  const isOpen = type === "held" || type === "delivered" || type === "acknowledged";
  if (hasUnsent(status, "closing") && (isOpen || type === "answered")) return "closed";
  if (hasUnsent(status, "answer") && isOpen) return "answered";
  if (hasUnsent(status, "acknowledgement") && isOpen) return "acknowledged";
  return type;
};

const hasUnsent = ({ unsent }: ThreadStatus, kind: ReplyKind): boolean =>
  unsent.some((letter) => letter.kind === kind);
