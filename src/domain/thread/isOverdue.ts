import type { Instant } from "#domain/instant.ts";
import type { ThreadStatus } from "./threadStatus.ts";

/** Past which time the promised answer is late; null if none is promised, or it was given. */
export const lateFrom = ({ state, estimate }: ThreadStatus): Instant | null =>
  estimate === null || estimate.isAnswered || state.type === "closed" || state.type === "withdrawn"
    ? null
    : estimate.by;

/** Whether the time by which the asked side meant to answer is past, and it has not: both are shown it. */
export const isOverdue = (status: ThreadStatus, now: Instant): boolean => {
  const from = lateFrom(status);
  return from !== null && from < now;
};
