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
import { Sign } from "#ui/signs/Sign.tsx";
import { conditionSigns } from "./conditionSigns.ts";
import "./contactWords.css";

type FreshnessLineProps = {
  readonly freshness: ContactFreshness;
  readonly confirmedBy: string | undefined;
};

/** Shows who confirmed a contact, until when, and whether it has expired. */
export const FreshnessLine = ({ freshness, confirmedBy = "" }: FreshnessLineProps) => {
  const { t, i18n } = useTranslation("words");
  const { type } = freshness;
  const values = { ...toDays(freshness, i18n.language), by: confirmedBy };
  const message = type === "expired" && confirmedBy !== "" ? "expiredBy" : type;
  return (
    <p className="freshness">
      <Sign {...conditionSigns[type]}>{t(`freshness.${type}.label`, values)}</Sign>{" "}
      {t(`freshness.${message}.message`, values)}
    </p>
  );
};

/** The same in few words, for a form; the directory shows who confirmed it. */
export const FreshnessWord = ({ freshness }: { readonly freshness: ContactFreshness }) => {
  const { t, i18n } = useTranslation("sentences");
  const { type } = freshness;
  return (
    <p>
      <Sign {...conditionSigns[type]}>
        {t(`contact.${type}.label`, toDays(freshness, i18n.language))}
      </Sign>
    </p>
  );
};

type Days = { readonly on: string; readonly until: string };

/** `on`: the day when it was confirmed, or expired. */
const toDays = (freshness: ContactFreshness, locale: string): Days => {
  switch (freshness.type) {
    case "fresh":
    case "expiresSoon":
      return {
        on: formatDay(freshness.confirmedOn, locale),
        until: formatDay(freshness.expiresOn, locale),
      };
    case "unconfirmed":
      return { on: "", until: formatDay(freshness.expiresOn, locale) };
    case "expired":
      return { on: formatDay(freshness.expiredOn, locale), until: "" };
  }
};

type HoursLineProps = {
  readonly hours: OfficeHours;
  readonly zone: string;
  readonly now: Instant;
};

/**
 * Shows whether it is open, the local time there, and the next change in both zones. Not printed.
 */
export const HoursLine = ({ hours, zone, now }: HoursLineProps) => {
  const { t, i18n } = useTranslation("words");
  const locale = i18n.language;
  if (hours.type === "zoneUnknown") {
    return <p className="hours no-print">{t("hours.zoneUnknown.message")}</p>;
  }
  const label =
    hours.type === "open" && hours.closesAt
      ? t("hours.openUntil.label", { time: formatTime(hours.closesAt, locale, zone) })
      : t(`hours.${hours.type}.label`);
  const local = t("hours.local.message", { time: formatTime(now, locale, zone) });
  const opens = hours.type === "closed" && hours.opensAt ? hours.opensAt : undefined;
  const there = opens && formatWeekdayTime(opens, locale, zone);
  const here = opens && formatWeekdayTime(opens, locale, deviceZone());
  return (
    <p className="hours no-print">
      <Sign {...hoursSigns[hours.type]}>{label}</Sign> <span className="hours-local">{local}</span>
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

/**
 * The same in few words, for a form; shows nothing if this device can't determine the time there.
 */
export const HoursWord = ({ hours }: { readonly hours: OfficeHours }) => {
  const { t } = useTranslation("sentences");
  if (hours.type === "zoneUnknown") return null;
  return (
    <p>
      <Sign {...hoursSigns[hours.type]}>
        {t(`contact.${hours.type}.label`, { time: hours.local.time })}
      </Sign>
    </p>
  );
};

const hoursSigns = {
  always: { shape: "dot", tone: "good" },
  open: { shape: "dot", tone: "good" },
  closed: { shape: "ring", tone: "plain" },
  hoursUnknown: { shape: "half", tone: "plain" },
} as const;

/**
 * `Monday – Friday 08:30–12:30, 14:00–17:30; Saturday 09:00–12:00`; empty unless hours are weekly.
 */
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
