import type { LockRecord } from "#domain/device/lockRecord.ts";
import { instantToMs } from "#domain/instant.ts";

/** After so many wrong passphrases in a row. There is no number that erases. */
const waitsMs = [0, 0, 0, 5_000, 15_000, 60_000, 300_000, 900_000] as const;
const longestMs = 900_000;

/**
 * How long nothing is tried yet. A failure that lies ahead of the clock was written by one that has
 * been set since: it counts as now, so that no clock locks a person out for longer than the table.
 */
export const unlockWaitMs = (lock: LockRecord, nowMs: number): number => {
  const waitMs = waitsMs[lock.failures] ?? longestMs;
  if (lock.lastFailedAt === null) return 0;
  const sinceMs = Math.max(0, nowMs - instantToMs(lock.lastFailedAt));
  return Math.max(0, waitMs - sinceMs);
};

/** Whether the last failure lies ahead of the clock, and has to be written down as now. */
export const isFailureAhead = (lock: LockRecord, nowMs: number): boolean =>
  lock.lastFailedAt !== null && instantToMs(lock.lastFailedAt) > nowMs;
