import { type Day, type Instant, instantToMs, msToInstant } from "#domain/instant.ts";

/** A local time: a day, the ISO 8601 weekday (Monday is 1), and `HH:MM`. */
export type WallTime = { readonly day: Day; readonly weekday: number; readonly time: string };

/** Tells whether this device's zone database knows the zone; an old phone may lack a new one. */
export const isKnownZone = (zone: string): boolean => {
  try {
    return Boolean(clockOf(zone));
  } catch {
    return false;
  }
};

/** Converts an instant to the local time of a zone; throws `RangeError` for an unknown zone. */
export const instantToWallTime = (instant: Instant, zone: string): WallTime => {
  const ms = instantToMs(instant);
  const wall = new Date(ms + offsetMs(ms, zone));
  const text = wall.toISOString();
  return {
    day: text.slice(0, 10) as Day,
    weekday: wall.getUTCDay() || 7,
    time: text.slice(11, 16),
  };
};

/**
 * Returns the first instant at which the clocks of `zone` show `day` and `time` (`HH:MM`, `24:00`
 * allowed) or later: the earlier of the two when clocks go back, the end of the gap when they go
 * forward and that time is never shown. Throws `RangeError` for an unknown zone.
 */
export const wallTimeToInstant = (day: Day, time: string, zone: string): Instant => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const wallMs = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * minuteMs;
  const before = offsetMs(wallMs - dayMs, zone);
  const after = offsetMs(wallMs + dayMs, zone);
  const shown = [wallMs - before, wallMs - after].filter(
    (ms) => ms + offsetMs(ms, zone) === wallMs,
  );
  return msToInstant(shown.length > 0 ? Math.min(...shown) : endOfGap(wallMs, before, after, zone));
};

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * Finds the end of a gap by halving: the clocks went forward between `wallMs - after` and `wallMs -
 * before`.
 */
const endOfGap = (wallMs: number, before: number, after: number, zone: string): number => {
  let early = wallMs - after;
  let late = wallMs - before;
  while (late - early > minuteMs) {
    const middle = early + Math.floor((late - early) / 2 / minuteMs) * minuteMs;
    if (offsetMs(middle, zone) === after) late = middle;
    else early = middle;
  }
  return late;
};

/** Returns how far a zone's local time is ahead of UTC at `ms`, in ms; whole minutes. */
const offsetMs = (ms: number, zone: string): number => {
  const minute = Math.floor(ms / minuteMs) * minuteMs;
  const parts: Record<string, number> = {};
  for (const part of clockOf(zone).formatToParts(minute)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minutes) - minute;
};

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it, so one is kept for each zone. */
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US-u-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  clocks.set(zone, made);
  return made;
};
