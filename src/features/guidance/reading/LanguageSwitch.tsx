import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import { languageNames } from "#i18n/appLanguage.ts";
import { useReading } from "./useReading.ts";
import type { Side } from "./useSecondLanguage.ts";

/** On a narrow screen: one of two languages, changed in place. A wide one shows both. */
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
