import { useEffect, useState } from "react";

/** Whole seconds left of `waitMs`, counted from the moment when `start` became what it is. */
export const useSecondsLeft = (waitMs: number, start: unknown): number => {
  const [left, setLeft] = useState({ start, seconds: toSeconds(waitMs) });
  useEffect(() => {
    const endsAtMs = Date.now() + waitMs;
    const tick = (): void => setLeft({ start, seconds: toSeconds(endsAtMs - Date.now()) });
    tick();
    if (waitMs === 0) return undefined;
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [waitMs, start]);
  return left.start === start ? left.seconds : toSeconds(waitMs);
};

const toSeconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1_000));
