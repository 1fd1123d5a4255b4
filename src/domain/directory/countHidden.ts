import type { DeskKind, StateCode } from "#domain/desk.ts";
import type { ClosedReading } from "./readableDirectory.ts";

/** How many contacts can't be read now: in all, of a State, or of one of its desks. */
export const countHidden = (closed: ClosedReading, state?: StateCode, desk?: DeskKind): number =>
  "counts" in closed
    ? closed.counts
        .filter(({ address }) => state === undefined || address.state === state)
        .filter(({ address }) => desk === undefined || address.desk === desk)
        .reduce((sum, { count }) => sum + count, 0)
    : 0;
