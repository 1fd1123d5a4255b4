import type { OpenSpan, WorkingHours } from "#domain/directory/contact.ts";
import { formatList, formatWeekday } from "#i18n/format.ts";

/** `Monday – Friday 08:30–12:30, 14:00–17:30; Saturday 09:00–12:00`; empty unless it is a week's. */
export const formatHours = (hours: WorkingHours, locale: string): string => {
  if (hours.type !== "weekly") return "";
  const timesByDays = new Map<string, string[]>();
  for (const span of hours.spans) {
    const days = formatDays(span.weekdays, locale);
    const times = timesByDays.get(days) ?? [];
    timesByDays.set(days, [...times, `${span.from}–${span.to}`]);
  }
  return [...timesByDays].map(([days, times]) => `${days} ${times.join(", ")}`).join("; ");
};

const formatDays = (weekdays: OpenSpan["weekdays"], locale: string): string => {
  const sorted = weekdays.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 1];
  const isRun = sorted.length > 2 && last - first === sorted.length - 1;
  if (isRun) return `${formatWeekday(first, locale)} – ${formatWeekday(last, locale)}`;
  return formatList(
    sorted.map((weekday) => formatWeekday(weekday, locale)),
    locale,
  );
};
