import * as v from "valibot";
import { WorkingHours } from "#domain/directory/contact.ts";

const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/**
 * `24/7`; nothing, for unknown; or spans such as `Mo-Fr 08:30-12:30,14:00-17:30; Sa 09:00-12:00`, in
 * the contact's own zone (a subset of OpenStreetMap's opening_hours). `undefined` if it is none.
 */
export const parseWorkingHours = (text: string): WorkingHours | undefined => {
  if (text === "") return { type: "unknown" };
  if (text === "24/7") return { type: "always" };
  const spans = text.split(";").flatMap((rule) => ruleToSpans(rule.trim()));
  const parsed = v.safeParse(WorkingHours, { type: "weekly", spans });
  return parsed.success ? parsed.output : undefined;
};

/** What can't be read becomes a span that the schema refuses. */
const ruleToSpans = (rule: string): readonly unknown[] => {
  const [days = "", times = "", ...rest] = rule.split(/\s+/);
  const numbers = days.split(",").flatMap(daysToNumbers);
  const isReadable = rest.length === 0 && !numbers.includes(0);
  return times.split(",").map((span) => {
    const [from = "", to = "", ...more] = span.split("-");
    return { weekdays: isReadable && more.length === 0 ? numbers : [], from, to };
  });
};

/** ISO 8601 weekdays; 0 for what is no day, or a span that runs backwards. */
const daysToNumbers = (days: string): readonly number[] => {
  const [first = "", last = first, ...more] = days.split("-");
  const from = weekdays.indexOf(first) + 1;
  const to = weekdays.indexOf(last) + 1;
  if (from === 0 || to < from || more.length > 0) return [0];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};
