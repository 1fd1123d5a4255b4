import { useDeferredValue, useEffect } from "react";

let wasPainted = false;

/**
 * False while the first screen of a start is rendered, true once it is painted, and from then on. The
 * first date that a browser writes costs a slow phone 60 ms, a long page as much again: what the
 * first words can do without waits for them.
 */
export const usePainted = (): boolean => {
  const isPainted = useDeferredValue(true, wasPainted);
  useEffect(() => {
    wasPainted = true;
  }, []);
  return isPainted;
};
