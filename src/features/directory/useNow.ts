import { useEffect, useState } from "react";
import { type Day, type Instant, instantToDay, msToInstant } from "#domain/instant.ts";
import { instantToWallTime, isKnownZone } from "#domain/zonedTime.ts";
import { deviceZone } from "#i18n/format.ts";

/** The present, moved on while the screen is looked at, and the reader's own calendar day. */
export const useNow = (): { readonly now: Instant; readonly today: Day } => {
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
  const zone = deviceZone();
  return { now, today: isKnownZone(zone) ? instantToWallTime(now, zone).day : instantToDay(now) };
};

const everyMs = 20_000;
