import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyTheme, readTheme, type Theme } from "#ui/browser/theme.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";

export const ThemeField = () => {
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
