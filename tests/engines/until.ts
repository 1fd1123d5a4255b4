import { setTimeout as pause } from "node:timers/promises";

const intervalMs = 25;

/** Looks again and again until `look` gives something; rejects with `what` after `timeoutMs`. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 15_000,
): Promise<T> => {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > giveUpAt) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await pause(intervalMs);
  }
};
