import { useEffect, useState } from "react";
import { type Instant, msToInstant } from "#domain/instant.ts";

/** The time, moved on while the screen is looked at: what is late becomes late in front of the reader. */
export const useNow = (): Instant => {
  const [now, setNow] = useState(() => msToInstant(Date.now()));
  useEffect(() => {
    const moveOn = (): void => setNow(msToInstant(Date.now()));
    const timer = setInterval(moveOn, everyMs);
    // A phone that slept has a clock that is hours old.
    document.addEventListener("visibilitychange", moveOn);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", moveOn);
    };
  }, []);
  return now;
};

const everyMs = 30_000;
