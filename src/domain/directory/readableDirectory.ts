import type { Edition } from "./edition.ts";
import type { ClosedCount } from "./splitEdition.ts";

/** An edition as a device holds it. */
export type HeldDirectory = {
  /** Without its closed contacts. */
  readonly edition: Edition;
  readonly closedCounts: readonly ClosedCount[];
  /** They are not on this device: they came while nobody could seal them. */
  readonly closedMissing: boolean;
};

/** What can be read of a directory's closed contacts now. */
export type ClosedReading =
  /** The edition has none. */
  | { readonly type: "none" }
  /** All stand in their places. */
  | { readonly type: "whole" }
  /** Those of an older edition stand there: this one's came while nobody could seal them. */
  | { readonly type: "older"; readonly number: number }
  | {
      /** Under the passphrase; fetched once it is typed; or unlocked, and yet not here. */
      readonly type: "locked" | "unfetched" | "missing";
      readonly counts: readonly ClosedCount[];
    };

/** The directory as far as it can be read now. */
export type ReadableDirectory = { readonly edition: Edition; readonly closed: ClosedReading };

/** What a device shows without its data key. */
export const toLockedDirectory = (held: HeldDirectory): ReadableDirectory => {
  const { edition, closedCounts: counts, closedMissing } = held;
  if (counts.length === 0) return { edition, closed: { type: "none" } };
  return { edition, closed: { type: closedMissing ? "unfetched" : "locked", counts } };
};
