import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { appLanguages, languageNames } from "#i18n/appLanguage.ts";
import {
  applyTextSize,
  applyTheme,
  readTextSize,
  readTheme,
  type TextSize,
  type Theme,
  textSizes,
} from "#ui/browser/appearance.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";
import "./SettingsPage.css";

export const SettingsPage = () => {
  const { t, i18n } = useTranslation(["device", "app"]);
  const language = appLanguages.find((known) => known === i18n.language) ?? "";
  return (
    <DevicePage title={t("settings.page.title")}>
      <SelectField
        label={t("app:layout.language.label")}
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

/**
 * The whole page is the preview, since it changes at once; the sample sentence is like a measure's.
 */
const TextSizeField = () => {
  const { t } = useTranslation("device");
  const [size, setSize] = useState<TextSize>(readTextSize);
  return (
    <>
      <ChoiceField
        legend={t("settings.textSize.label")}
        choices={textSizes.map((value) => ({ value, label: t(`settings.${value}.label`) }))}
        chosen={[size]}
        onChange={([chosen]) => {
          if (!chosen) return;
          applyTextSize(chosen);
          setSize(chosen);
        }}
      />
      <p className="settings-sample">{t("settings.sample.message")}</p>
    </>
  );
};

const ThemeField = () => {
  const { t } = useTranslation("device");
  const [theme, setTheme] = useState<Theme>(readTheme);
  return (
    <ChoiceField
      legend={t("settings.theme.label")}
      choices={[
        { value: "system", label: t("settings.system.label") },
        { value: "light", label: t("settings.light.label") },
        { value: "dark", label: t("settings.dark.label") },
      ]}
      chosen={[theme]}
      onChange={([chosen]) => {
        if (!chosen) return;
        applyTheme(chosen);
        setTheme(chosen);
      }}
    />
  );
};
