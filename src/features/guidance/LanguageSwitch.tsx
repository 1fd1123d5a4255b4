import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import { languageNames } from "#i18n/appLanguage.ts";
import { useReading } from "./useReading.ts";
import type { Side } from "./useSecondLanguage.ts";

type LanguageSwitchProps = { readonly first: Language; readonly second: Language };

/** On a narrow screen: one of two languages, changed in place. A wide one shows both. */
export const LanguageSwitch = ({ first, second }: LanguageSwitchProps) => {
  const { t } = useTranslation("guidance");
  const { secondLanguage } = useReading();
  const sides: readonly (readonly [Side, Language])[] = [
    ["first", first],
    ["second", second],
  ];
  return (
    <div className="language-switch no-print" role="group" aria-label={t("compare.shown.label")}>
      {sides.map(([side, language]) => (
        <button
          key={side}
          type="button"
          lang={language}
          aria-pressed={secondLanguage.shown === side}
          onClick={() => secondLanguage.choose(second, side)}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
};
