import type { Urgency } from "#domain/envelope/urgency.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import type { ThreadStatus } from "./threadStatus.ts";

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
 * From when on it is said that an inquiry of this desk is held without a word from the desk that was
 * asked: its urgency lets one wait no longer. Null where no word is waited for. A delivery is no word:
 * a device fetched it.
 */
export const noSignFrom = ({ side, inquiry, state }: ThreadStatus): Instant | null => {
  if (side !== "asker" || !inquiry) return null;
  if (state.type !== "held" && state.type !== "delivered") return null;
  const heldAt = inquiry.kept.receipt?.heldAt;
  const afterMs = noSignAfterMs[inquiry.content.urgency];
  if (heldAt === undefined || afterMs === null) return null;
  return msToInstant(instantToMs(heldAt) + afterMs);
};

/** Since when it is held, once that is to be said; else null. */
export const noSignSince = (status: ThreadStatus, now: Instant): Instant | null => {
  const from = noSignFrom(status);
  return from !== null && from <= now ? (status.inquiry?.kept.receipt?.heldAt ?? null) : null;
};
