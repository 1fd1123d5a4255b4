import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "./afterPaint.ts";

let wasPainted = false;

const waiting = new Set<() => void>();

/**
 * False while the first screen of a start is rendered, true once it is painted, and from then on. The
 * first date that a browser writes costs a slow phone 60 ms, a long page as much again: what the
 * first words can do without waits for them.
 */
export const usePainted = (): boolean => {
  const [isPainted, setIsPainted] = useState(wasPainted);
  useEffect(() => {
    if (isPainted) return undefined;
    const tell = (): void => setIsPainted(true);
    waiting.add(tell);
    if (waiting.size === 1) afterPaint(tellAll);
    return () => void waiting.delete(tell);
  }, [isPainted]);
  return isPainted;
};

/** All at once: one more rendering, not one for each that waits. */
const tellAll = (): void => {
  wasPainted = true;
  startTransition(() => {
    for (const tell of waiting) tell();
  });
  // Who comes from now on begins as painted, or was begun before and asks anew.
  waiting.clear();
};
