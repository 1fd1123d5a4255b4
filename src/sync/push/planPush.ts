import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { instantToMs } from "#domain/instant.ts";

/**
 * The entries to try now, in order. S5: the caller has the lock, so an entry that is still "on its way"
 * was left behind and is due. S6: only the first entry of each thread, and only if it is due; a refused
 * or waiting entry blocks its own thread and no other.
 */
export const planPush = (
  entries: readonly OutboxEntry[],
  nowMs: number,
): readonly OutboxEntry[] => {
  const firstOfThread = new Map<string, OutboxEntry>();
  for (const entry of entries.toSorted((a, b) => a.sequence - b.sequence)) {
    if (!firstOfThread.has(entry.thread)) firstOfThread.set(entry.thread, entry);
  }
  return [...firstOfThread.values()].filter((entry) => isReady(entry, nowMs));
};

/** Milliseconds until the next entry is due; null if none will be. */
export const planNextPush = (entries: readonly OutboxEntry[], nowMs: number): number | null => {
  const delays = entries.flatMap((entry) => {
    switch (entry.state.type) {
      case "queued":
      case "onItsWay":
        return [0];
      case "waiting": {
        const dueAtMs = instantToMs(entry.state.dueAt);
        return [isDue(dueAtMs, nowMs) ? 0 : dueAtMs - nowMs];
      }
      case "paused":
      case "needsAttention":
        return [];
    }
  });
  return delays.length === 0 ? null : Math.min(...delays);
};

const isReady = (entry: OutboxEntry, nowMs: number): boolean => {
  switch (entry.state.type) {
    case "queued":
    case "onItsWay":
      return true;
    case "waiting":
      return isDue(instantToMs(entry.state.dueAt), nowMs);
    case "paused":
    case "needsAttention":
      return false;
  }
};

const firstDelayMs = 5_000;

const longestDelayMs = 3_600_000;

/**
 * The delay before the next try, in ms (S4): 5 s, doubled with each try, at most an hour. Half of it is
 * random, so that a thousand phones don't come back together: `random` is a random number in [0, 1). A
 * longer delay that the endpoint asked for is respected, up to the same hour.
 */
export const planBackoff = (tries: number, random: number, retryAfterMs: number | null): number => {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(tries - 1, 20));
  const jittered = full / 2 + (full / 2) * random;
  return Math.min(longestDelayMs, Math.max(jittered, retryAfterMs ?? 0));
};

/**
 * A due time further away than the longest delay comes from a clock that has been set since; an entry
 * that waited for it could wait for years.
 */
const isDue = (dueAtMs: number, nowMs: number): boolean =>
  dueAtMs <= nowMs || dueAtMs - nowMs > longestDelayMs;
