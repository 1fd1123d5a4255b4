import { useTranslation } from "react-i18next";
import { type Edition, editionValidity } from "#domain/directory/edition.ts";
import type { Day } from "#domain/instant.ts";
import { formatDay } from "#i18n/format.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";

type StateFlagsProps = { readonly edition: Edition; readonly today: Day };

/** What must be known of the whole edition before any number in it is believed. */
export const StateFlags = ({ edition, today }: StateFlagsProps) => {
  const { t, i18n } = useTranslation("directory");
  const { type, validUntil } = editionValidity(edition, today);
  if (!edition.demonstration && type === "valid") return null;
  return (
    <p className="state-flags">
      {edition.demonstration && (
        <StateWord shape="half" tone="caution">
          {t("edition.demonstration.title")}
        </StateWord>
      )}{" "}
      {type === "past" && (
        <StateWord shape="cross" tone="danger">
          {t("edition.past.message", { day: formatDay(validUntil, i18n.language) })}
        </StateWord>
      )}
    </p>
  );
};
