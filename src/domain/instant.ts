import * as v from "valibot";

/** An instant in UTC, RFC 3339 with milliseconds: `2026-11-22T04:15:00.000Z`. Sorts as text. */
export type Instant = v.InferOutput<typeof Instant>;
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
  v.brand("Instant"),
);

/** A calendar day without a zone: `2026-11-22`. Sorts as text. */
export type Day = v.InferOutput<typeof Day>;
export const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  }),
  v.brand("Day"),
);

/** Converts milliseconds since 1970 to an {@link Instant}. */
export const msToInstant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** Converts an {@link Instant} to milliseconds since 1970. */
export const instantToMs = (instant: Instant): number => Date.parse(instant);

/** Returns the calendar day at an instant in UTC. */
export const instantToDay = (instant: Instant): Day => instant.slice(0, 10) as Day;

/** Counts whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
