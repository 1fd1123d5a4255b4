import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { appLanguages, languageNames } from "#i18n/appLanguage.ts";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";
import { TextSizeField } from "./TextSizeField.tsx";
import { ThemeField } from "./ThemeField.tsx";

export const SettingsPage = () => {
  const { t, i18n } = useTranslation("device");
  const language = appLanguages.find((known) => known === i18n.language) ?? "";
  return (
    <DevicePage title={t("settings.page.title")}>
      <SelectField
        label={t("settings.language.label")}
        value={language}
        options={appLanguages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(value) => void i18n.changeLanguage(value)}
      />
      <TextSizeField />
      <ThemeField />
      <ProfileSettings />
    </DevicePage>
  );
};
