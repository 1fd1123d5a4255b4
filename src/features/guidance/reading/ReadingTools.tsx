import { useTranslation } from "react-i18next";
import { languages } from "#domain/language.ts";
import { languageNames } from "#i18n/appLanguage.ts";
import { usePainted } from "#ui/browser/usePainted.ts";
import { TextSizeButtons } from "./TextSizeButtons.tsx";
import { useReading } from "./useReading.ts";

/** A second language, the size of the text, paper. */
export const ReadingTools = () => {
  const { t } = useTranslation("guidance");
  const { first, second, secondLanguage } = useReading();
  // What a select offers is not seen before it is opened, and costs as much as a paragraph.
  const offered = usePainted() ? languages.filter((language) => language !== first.language) : [];
  return (
    <div className="reading-tools no-print">
      <label className="compare">
        <span className="visually-hidden">{t("compare.language.label")}</span>
        <select
          value={second?.language ?? ""}
          onChange={(event) => {
            const chosen = languages.find((language) => language === event.target.value);
            secondLanguage.choose(chosen ?? null, "first");
          }}
        >
          <option value="">{second ? t("compare.none.label") : t("compare.language.label")}</option>
          {offered.map((language) => (
            <option key={language} value={language} lang={language}>
              {languageNames[language]}
            </option>
          ))}
        </select>
      </label>
      <TextSizeButtons />
      <button
        type="button"
        className="reading-tool"
        aria-label={t("page.print.action")}
        title={t("page.print.action")}
        onClick={() => window.print()}
      >
        <svg aria-hidden="true" viewBox="0 0 24 24">
          <path d="M7 8V3h10v5M7 17H4V8h16v9h-3M7 13h10v8H7z" />
        </svg>
      </button>
    </div>
  );
};
