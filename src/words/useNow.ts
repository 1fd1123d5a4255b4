import { useEffect, useState } from "react";
import { type Day, type Instant, msToInstant } from "#domain/instant.ts";

type Moment = { readonly now: Instant; readonly today: Day };

/** The present time, updated while the screen is visible, and the reader's own calendar day. */
export const useNow = (): Moment => {
  const [moment, setMoment] = useState(readMoment);
  useEffect(() => {
    const moveOn = (): void => setMoment(readMoment());
    const timer = setInterval(moveOn, everyMs);
    // After a phone has slept, the time shown is hours old.
    document.addEventListener("visibilitychange", moveOn);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", moveOn);
    };
  }, []);
  return moment;
};

const everyMs = 20_000;

const readMoment = (): Moment => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const today = parts.map((part) => String(part).padStart(2, "0")).join("-");
  return { now: msToInstant(now.getTime()), today: today as Day };
};
