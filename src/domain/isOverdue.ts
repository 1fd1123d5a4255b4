import type { Instant } from "./instant.ts";
import type { ThreadStatus } from "./threadStatus.ts";

/** Whether the time by which the asked side meant to answer is past, and it has not: both are shown it. */
export const isOverdue = ({ state, estimate }: ThreadStatus, now: Instant): boolean =>
  estimate !== null &&
  !estimate.isAnswered &&
  estimate.by < now &&
  state.type !== "closed" &&
  state.type !== "withdrawn";
