import { useTranslation } from "react-i18next";
import type { ContactFreshness } from "#domain/directory/contact.ts";
import { formatDay } from "#i18n/format.ts";
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
