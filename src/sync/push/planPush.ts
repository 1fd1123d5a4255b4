import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { instantToMs } from "#domain/instant.ts";

/**
 * The entries to try now, in order. S5: whoever plans has the lock, so what was left "on its way"
 * is due. S6: of each thread only its first, and only if that one is due; a refused or waiting one
 * holds up its own thread and no other.
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

/** Milliseconds until something is due by itself; null if nothing is. */
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
 * How long until the next try, in ms (S4): 5 s doubled with every try, an hour at most, the upper
 * half of it by chance so that a thousand phones don't come back together. `chance` is in [0, 1).
 * What the endpoint asked for is respected, up to the same hour.
 */
export const planBackoff = (tries: number, random: number, retryAfterMs: number | null): number => {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(tries - 1, 20));
  const jittered = full / 2 + (full / 2) * random;
  return Math.min(longestDelayMs, Math.max(jittered, retryAfterMs ?? 0));
};

/**
 * A due time further away than any delay that we give was written by another clock: the phone's
 * has been set since, and what waits for it would wait for years.
 */
const isDue = (dueAtMs: number, nowMs: number): boolean =>
  dueAtMs <= nowMs || dueAtMs - nowMs > longestDelayMs;
