const firstDelayMs = 5_000;
const longestDelayMs = 3_600_000;

/**
 * How long until the next try, in ms (S4): 5 s doubled with every try, an hour at most, the upper
 * half of it by chance so that a thousand phones don't come back together. `chance` is in [0, 1).
 * What the endpoint asked for is respected, up to the same hour.
 */
export const planBackoff = (tries: number, chance: number, retryAfterMs: number | null): number => {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(tries - 1, 20));
  const jittered = full / 2 + (full / 2) * chance;
  return Math.min(longestDelayMs, Math.max(jittered, retryAfterMs ?? 0));
};

/**
 * A due time further away than any delay that we give was written by another clock: the phone's
 * has been set since, and what waits for it would wait for years.
 */
export const isDue = (dueAtMs: number, nowMs: number): boolean =>
  dueAtMs <= nowMs || dueAtMs - nowMs > longestDelayMs;
