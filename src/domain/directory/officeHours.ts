import { type Day, type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import type { OpenSpan, WorkingHours } from "./contact.ts";
import { instantToWallTime, isKnownZone, type WallTime, wallTimeToInstant } from "./zonedTime.ts";

/**
 * The state of an office at an instant. `local` is its local time then. If `closesAt` or `opensAt`
 * is missing, nothing changes within 8 days.
 */
export type OfficeHours =
  | { readonly type: "always"; readonly local: WallTime }
  | { readonly type: "open"; readonly local: WallTime; readonly closesAt?: Instant }
  | { readonly type: "closed"; readonly local: WallTime; readonly opensAt?: Instant }
  /** The zone is known, but the hours are not. */
  | { readonly type: "hoursUnknown"; readonly local: WallTime }
  /** This device does not know the zone. */
  | { readonly type: "zoneUnknown" };

/**
 * Returns whether an office is open or closed at `now`, and until when, in the office's local time,
 * across clock changes.
 */
export const officeHours = (hours: WorkingHours, zone: string, now: Instant): OfficeHours => {
  if (!isKnownZone(zone)) return { type: "zoneUnknown" };
  const local = instantToWallTime(now, zone);
  switch (hours.type) {
    case "always":
      return { type: "always", local };
    case "unknown":
      return { type: "hoursUnknown", local };
    case "weekly":
      return weeklyHours(hours.spans, zone, now, local);
  }
};

type Opening = { readonly from: Instant; readonly to: Instant };

const horizonDays = 8;

const weeklyHours = (
  spans: readonly OpenSpan[],
  zone: string,
  now: Instant,
  local: WallTime,
): OfficeHours => {
  const openings = listOpenings(spans, zone, local);
  const current = openings.find((opening) => opening.from <= now && now < opening.to);
  if (current) {
    const isBeyond = current.to >= msToInstant(instantToMs(now) + (horizonDays - 1) * dayMs);
    return { type: "open", local, ...(isBeyond ? {} : { closesAt: current.to }) };
  }
  const next = openings.find((opening) => opening.from > now);
  return { type: "closed", local, ...(next ? { opensAt: next.from } : {}) };
};

/** Lists openings from the day of `local` to the horizon, in order; adjacent ones are joined. */
const listOpenings = (spans: readonly OpenSpan[], zone: string, local: WallTime): Opening[] => {
  const openings: Opening[] = [];
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const day = addDays(local.day, ahead);
    const weekday = ((local.weekday - 1 + ahead) % 7) + 1;
    for (const span of spans) {
      if (!span.weekdays.some((open) => open === weekday)) continue;
      const from = wallTimeToInstant(day, span.from, zone);
      const to = wallTimeToInstant(day, span.to, zone);
      // A span within the hour that clocks skip does not exist on that day.
      if (from < to) openings.push({ from, to });
    }
  }
  return joinTouching(openings.toSorted((a, b) => (a.from < b.from ? -1 : 1)));
};

const joinTouching = (openings: readonly Opening[]): Opening[] => {
  const joined: Opening[] = [];
  for (const opening of openings) {
    const last = joined.at(-1);
    if (!last || last.to < opening.from) joined.push(opening);
    else if (last.to < opening.to) joined[joined.length - 1] = { from: last.from, to: opening.to };
  }
  return joined;
};

const dayMs = 86_400_000;

const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10) as Day;
