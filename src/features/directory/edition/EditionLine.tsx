import { useTranslation } from "react-i18next";
import { type Edition, editionValidity } from "#domain/directory/edition.ts";
import { type Day, instantToDay } from "#domain/instant.ts";
import { formatDay } from "#i18n/format.ts";
import { usePainted } from "#ui/browser/usePainted.ts";
import { Sign } from "#ui/signs/Sign.tsx";
import "./EditionLine.css";

type EditionLineProps = { readonly edition: Edition; readonly today: Day };

/**
 * A placeholder as long as a date in words and without line breaks, so that nothing below it moves.
 */
const standIn = (day: Day): string => day + "\u2007".repeat(8);

/** Shows which edition this is, until when it is valid, and whether it is a demonstration. */
export const EditionLine = ({ edition, today }: EditionLineProps) => {
  const { t, i18n } = useTranslation("directory");
  const isPast = editionValidity(edition, today).type === "past";
  const isPainted = usePainted();
  const format = (day: Day): string => (isPainted ? formatDay(day, i18n.language) : standIn(day));
  const until = format(edition.validUntil);
  return (
    <div className="edition-line">
      {edition.demonstration && (
        <details>
          <summary>
            <Sign shape="half" tone="caution">
              {t("edition.demonstration.title")}
            </Sign>
          </summary>
          <p>{t("edition.demonstration.message")}</p>
        </details>
      )}
      <p data-late={!isPainted}>
        {t("edition.number.message", {
          number: edition.number,
          issued: format(instantToDay(edition.issuedAt)),
        })}{" "}
        {isPast ? (
          <Sign shape="cross" tone="danger">
            {t("edition.past.message", { day: until })}
          </Sign>
        ) : (
          t("edition.valid.message", { day: until })
        )}
      </p>
    </div>
  );
};
