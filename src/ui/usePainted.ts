import { startTransition, useEffect, useState } from "react";

let wasPainted = false;

/**
 * False while the first screen of a start is rendered, true once it is painted, and from then on. The
 * first date that a browser writes costs a slow phone 60 ms, a long page as much again: what the
 * first words can do without waits for them.
 */
export const usePainted = (): boolean => {
  const [isPainted, setIsPainted] = useState(wasPainted);
  useEffect(() => {
    if (isPainted) return undefined;
    return afterPaint(() => {
      wasPainted = true;
      startTransition(() => setIsPainted(true));
    });
  }, [isPainted]);
  return isPainted;
};

/** A page out of sight paints nothing: then at once. */
const afterPaint = (run: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    timer = setTimeout(run);
  };
  const isSeen = document.visibilityState === "visible";
  const frame = isSeen ? requestAnimationFrame(later) : 0;
  if (!isSeen) later();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};
