import { joinEdition } from "./joinEdition.ts";
import {
  type HeldDirectory,
  type ReadableDirectory,
  toLockedDirectory,
} from "./readableDirectory.ts";
import type { ClosedPart } from "./splitEdition.ts";

/** What a device shows with its data key; `part` is what that opened, if it opened anything. */
export const toOpenDirectory = (
  held: HeldDirectory,
  part: ClosedPart | undefined,
): ReadableDirectory => {
  const { edition, closedCounts: counts, closedMissing } = held;
  if (counts.length === 0) return toLockedDirectory(held);
  if (!part) return { edition, closed: { type: "missing", counts } };
  const isOlder = closedMissing || part.number !== edition.number;
  return {
    edition: joinEdition(edition, part),
    closed: isOlder ? { type: "older", number: part.number } : { type: "whole" },
  };
};
