import type { ThreadStatus } from "./threadStatus.ts";

/** Whose turn it is, as seen by one's own desk. */
export type ThreadTurn =
  | {
      readonly type: "mine";
      /** `answerBack`: the asked side wants to know something before it goes on. */
      readonly reason: "attention" | "answer" | "answerBack" | "read";
    }
  | { readonly type: "theirs" }
  | { readonly type: "nobody" };

/**
 * Whose turn it is. An answer that is queued here is written: then it is nobody's, until it goes.
 * `unreadCount`: how many letters `listUnread` gives.
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
