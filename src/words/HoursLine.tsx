import { useTranslation } from "react-i18next";
import type { OfficeHours } from "#domain/directory/officeHours.ts";
import type { Instant } from "#domain/instant.ts";
import { deviceZone, formatTime, formatWeekdayTime } from "#i18n/format.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";

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
