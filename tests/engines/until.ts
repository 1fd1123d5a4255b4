import { setTimeout as pause } from "node:timers/promises";

/** The first look comes soon after; the others leave the processor to what is waited for. */
const shortestMs = 20;
const longestMs = 150;

/** Looks again and again until `look` gives something; rejects with `what` after `timeoutMs`. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 15_000,
): Promise<T> => {
  const giveUpAt = performance.now() + timeoutMs;
  for (let pauseMs = shortestMs; ; pauseMs = Math.min(pauseMs * 1.5, longestMs)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > giveUpAt) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await pause(pauseMs);
  }
};
