import { type Instant, instantToMs } from "./instant.ts";
import type { ThreadStatus } from "./threadStatus.ts";
import type { Urgency } from "./urgency.ts";

const hourMs = 3_600_000;

/**
 * After how long without any sign it is suggested whom to try next. The procedure knows no deadline:
 * these are ours, from the asker's own wish, and they accuse nobody of anything.
 */
export const noSignAfterMs = {
  hours: 6 * hourMs,
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
  none: null,
} as const satisfies Record<Urgency, number | null>;

/**
 * Since when an inquiry of this desk is held without a word from the desk that was asked, once that
 * is longer than its urgency lets one wait; else null. A delivery is no word: a device fetched it.
 */
export const noSignSince = (status: ThreadStatus, now: Instant): Instant | null => {
  const { side, inquiry, state } = status;
  if (side !== "asker" || !inquiry) return null;
  if (state.type !== "held" && state.type !== "delivered") return null;
  const heldAt = inquiry.kept.receipt?.heldAt;
  const afterMs = noSignAfterMs[inquiry.content.urgency];
  if (heldAt === undefined || afterMs === null) return null;
  return instantToMs(now) - instantToMs(heldAt) >= afterMs ? heldAt : null;
};
