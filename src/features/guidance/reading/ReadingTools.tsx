import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "#domain/language.ts";
import { languageNames } from "#i18n/appLanguage.ts";
import { applyTextSize, readTextSize, textSizes } from "#ui/browser/appearance.ts";
import { usePainted } from "#ui/browser/usePainted.ts";
import { measureReadingPlace, restoreReadingPlace } from "./KeepPlace.tsx";
import { useReading } from "./useReading.ts";
import type { Side } from "./useSecondLanguage.ts";
import "./ReadingTools.css";

/** Tools for a second language, the text size and printing. */
export const ReadingTools = () => {
  const { t } = useTranslation("guidance");
  const { first, second, secondLanguage } = useReading();
  // The options of a select are hidden until it is opened, and cost as much as a paragraph.
  const offered = usePainted() ? languages.filter((language) => language !== first.language) : [];
  return (
    <div className="reading-tools no-print">
      <label className="reading-compare">
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

/** On a narrow screen, switches between the two languages in place. A wide screen shows both. */
export const LanguageSwitch = () => {
  const { t } = useTranslation("guidance");
  const { first, second, secondLanguage } = useReading();
  if (!second) return null;
  const sides: readonly (readonly [Side, Language])[] = [
    ["first", first.language],
    ["second", second.language],
  ];
  return (
    <div className="language-switch no-print" role="group" aria-label={t("compare.shown.label")}>
      {sides.map(([side, language]) => (
        <button
          key={side}
          type="button"
          lang={language}
          aria-pressed={secondLanguage.shown === side}
          onClick={() => secondLanguage.choose(second.language, side)}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
};

/** Makes the text smaller or larger, like the settings; the paragraph being read stays in place. */
const TextSizeButtons = () => {
  const { t } = useTranslation("guidance");
  const { say } = useReading();
  const [size, setSize] = useState(readTextSize);
  const step = textSizes.indexOf(size);
  const handleStep = (by: 1 | -1): void => {
    const next = textSizes[step + by];
    if (!next) return;
    const place = measureReadingPlace(document.body);
    applyTextSize(next);
    if (place) restoreReadingPlace(place);
    setSize(next);
    say(t(`textSize.${next}.message`));
  };
  return (
    <>
      <button
        type="button"
        className="reading-tool"
        aria-label={`${t("textSize.smaller.label")} ${t("textSize.smaller.action")}`}
        title={t("textSize.smaller.action")}
        aria-disabled={step === 0}
        onClick={() => handleStep(-1)}
      >
        {t("textSize.smaller.label")}
      </button>
      <button
        type="button"
        className="reading-tool"
        aria-label={`${t("textSize.larger.label")} ${t("textSize.larger.action")}`}
        title={t("textSize.larger.action")}
        aria-disabled={step === textSizes.length - 1}
        onClick={() => handleStep(1)}
      >
        {t("textSize.larger.label")}
      </button>
    </>
  );
};
