import { useTranslation } from "react-i18next";
import { appLanguages, languageNames } from "#i18n/appLanguage.ts";
import "./LanguageMenu.css";

/** The language changes anywhere and at once; each is named in itself. */
export const LanguageMenu = () => {
  const { t, i18n } = useTranslation("app");
  return (
    <label className="language-menu">
      <span className="visually-hidden">{t("layout.language.label")}</span>
      <select
        value={i18n.language}
        onChange={(event) => void i18n.changeLanguage(event.target.value)}
      >
        {appLanguages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </label>
  );
};
