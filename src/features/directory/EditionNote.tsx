import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/edition.ts";
import { editionValidity } from "#domain/editionValidity.ts";
import { type Day, instantToDay } from "#domain/instant.ts";
import { formatDay } from "#i18n/format.ts";
import { StateWord } from "#ui/StateWord.tsx";
import "./EditionNote.css";

type EditionNoteProps = { readonly edition: Edition; readonly today: Day };

/** Which edition this is, until when it holds, and whether it is invented. */
export const EditionNote = ({ edition, today }: EditionNoteProps) => {
  const { t, i18n } = useTranslation("directory");
  const isPast = editionValidity(edition, today).type === "past";
  const until = formatDay(edition.validUntil, i18n.language);
  return (
    <div className="edition-note">
      {edition.demonstration && (
        <details>
          <summary>
            <StateWord shape="half" tone="caution">
              {t("edition.demonstration.title")}
            </StateWord>
          </summary>
          <p>{t("edition.demonstration.message")}</p>
        </details>
      )}
      <p>
        {t("edition.number.message", {
          number: edition.number,
          issued: formatDay(instantToDay(edition.issuedAt), i18n.language),
        })}{" "}
        {isPast ? (
          <StateWord shape="cross" tone="danger">
            {t("edition.past.message", { day: until })}
          </StateWord>
        ) : (
          t("edition.valid.message", { day: until })
        )}
      </p>
    </div>
  );
};
