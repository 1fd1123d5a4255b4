import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyTextSize, readTextSize, type TextSize } from "#ui/browser/appearance.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";

/** The whole page is the preview: it changes at once; the sentence below is of the measures' kind. */
export const TextSizeField = () => {
  const { t } = useTranslation("device");
  const [size, setSize] = useState<TextSize>(readTextSize);
  return (
    <>
      <ChoiceField
        legend={t("settings.textSize.label")}
        choices={[
          { value: "normal", label: t("settings.normal.label") },
          { value: "large", label: t("settings.large.label") },
          { value: "largest", label: t("settings.largest.label") },
        ]}
        chosen={[size]}
        onChange={([chosen]) => {
          if (!chosen) return;
          applyTextSize(chosen);
          setSize(chosen);
        }}
      />
      <p className="device-sample">{t("settings.sample.message")}</p>
    </>
  );
};
