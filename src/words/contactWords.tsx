import { useTranslation } from "react-i18next";
import type { ContactFreshness, OpenSpan, WorkingHours } from "#domain/directory/contact.ts";
import type { OfficeHours } from "#domain/directory/officeHours.ts";
import type { Instant } from "#domain/instant.ts";
import {
  deviceZone,
  formatDay,
  formatList,
  formatTime,
  formatWeekday,
  formatWeekdayTime,
} from "#i18n/format.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";

type FreshnessLineProps = {
  readonly freshness: ContactFreshness;
  readonly confirmedBy: string | undefined;
};

/** Who confirmed it and until when; whether that is over. */
export const FreshnessLine = ({ freshness, confirmedBy = "" }: FreshnessLineProps) => {
  const { t, i18n } = useTranslation("directory");
  const day = (text: string): string => formatDay(text, i18n.language);
  switch (freshness.type) {
    case "fresh":
      return (
        <p className="freshness">
          <StateWord shape="tick" tone="good">
            {t("freshness.fresh.label")}
          </StateWord>{" "}
          {t("freshness.fresh.message", {
            on: day(freshness.confirmedOn),
            by: confirmedBy,
            until: day(freshness.expiresOn),
          })}
        </p>
      );
    case "expiresSoon":
      return (
        <p className="freshness">
          <StateWord shape="clock" tone="caution">
            {t("freshness.expiresSoon.label", { until: day(freshness.expiresOn) })}
          </StateWord>{" "}
          {t("freshness.expiresSoon.message", { on: day(freshness.confirmedOn), by: confirmedBy })}
        </p>
      );
    case "unconfirmed":
      return (
        <p className="freshness">
          <StateWord shape="half" tone="caution">
            {t("freshness.unconfirmed.label")}
          </StateWord>{" "}
          {t("freshness.unconfirmed.message", { until: day(freshness.expiresOn) })}
        </p>
      );
    case "expired":
      return (
        <p className="freshness">
          <StateWord shape="cross" tone="danger">
            {t("freshness.expired.label", { on: day(freshness.expiredOn) })}
          </StateWord>{" "}
          {confirmedBy === ""
            ? t("freshness.expired.message")
            : t("freshness.expiredBy.message", { by: confirmedBy })}
        </p>
      );
  }
};

type HoursLineProps = {
  readonly hours: OfficeHours;
  readonly zone: string;
  readonly now: Instant;
};

/** Open or closed, the time there, and when that changes, on both clocks. Of no use on paper. */
export const HoursLine = ({ hours, zone, now }: HoursLineProps) => {
  const { t, i18n } = useTranslation("directory");
  const locale = i18n.language;
  if (hours.type === "zoneUnknown") {
    return <p className="hours no-print">{t("hours.zoneUnknown.message")}</p>;
  }
  const local = t("hours.local.message", { time: formatTime(now, locale, zone) });
  const opens = hours.type === "closed" && hours.opensAt ? hours.opensAt : undefined;
  const there = opens && formatWeekdayTime(opens, locale, zone);
  const here = opens && formatWeekdayTime(opens, locale, deviceZone());
  return (
    <p className="hours no-print">
      <HoursWord hours={hours} zone={zone} /> <span className="hours-local">{local}</span>
      {opens && (
        <span className="hours-next">
          {here === there
            ? t("hours.opens.message", { there })
            : t("hours.opensBoth.message", { there, here })}
        </span>
      )}
    </p>
  );
};

type HoursWordProps = {
  readonly hours: Exclude<OfficeHours, { readonly type: "zoneUnknown" }>;
  readonly zone: string;
};

const HoursWord = ({ hours, zone }: HoursWordProps) => {
  const { t, i18n } = useTranslation("directory");
  switch (hours.type) {
    case "always":
      return (
        <StateWord shape="dot" tone="good">
          {t("hours.always.label")}
        </StateWord>
      );
    case "open":
      return (
        <StateWord shape="dot" tone="good">
          {hours.closesAt
            ? t("hours.openUntil.label", { time: formatTime(hours.closesAt, i18n.language, zone) })
            : t("hours.open.label")}
        </StateWord>
      );
    case "closed":
      return <StateWord shape="ring">{t("hours.closed.label")}</StateWord>;
    case "hoursUnknown":
      return <StateWord shape="half">{t("hours.unknown.label")}</StateWord>;
  }
};

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
