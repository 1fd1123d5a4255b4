import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "./afterPaint.ts";

let wasPainted = false;

const waiting = new Set<() => void>();

/**
 * False while the first screen of a start is rendered; true from its first paint on. The first date
 * that a browser formats costs a slow phone 60 ms, and a long page costs as much again, so the
 * parts that are not needed at first wait for this.
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

/** Updates all at once: one more rendering in total, instead of one per component. */
const tellAll = (): void => {
  wasPainted = true;
  startTransition(() => {
    for (const tell of waiting) tell();
  });
  // Later components start as painted; those begun before ask again.
  waiting.clear();
};
