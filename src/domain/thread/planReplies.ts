import type { ReplyKind } from "#domain/letter/replyDraft.ts";
import type { ThreadSide, ThreadState } from "./threadState.ts";
import type { ThreadStatus } from "./threadStatus.ts";

type StateType = ThreadState["type"];

/**
 * Which replies each side may write in which state, the procedure's first option first. A closed
 * exchange takes late knowledge still; a withdrawn one takes nothing, and what was not yet held is
 * taken back and written anew.
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

/** Which replies `side` may write now; what is queued on this device counts as written. */
export const planReplies = (status: ThreadStatus, side: ThreadSide): readonly ReplyKind[] => {
  const replies = repliesIn[side][stateWithUnsent(status)] ?? [];
  const { state } = status;
  // Who closed had not seen all: closing again says that now one has.
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
