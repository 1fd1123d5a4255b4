import { useTranslation } from "react-i18next";
import { Callout } from "#ui/signs/Callout.tsx";

/**
 * The browser will not save anything: explains what that means, and how to exempt this one site.
 */
export const NotLastingBanner = () => {
  const { t } = useTranslation("app");
  return (
    <Callout tone="caution" title={t("banner.notLasting.title")}>
      <p>{t("banner.notLasting.message")}</p>
      <details>
        <summary>{t("banner.exempt.label")}</summary>
        <p>{t("banner.notLasting.hint")}</p>
      </details>
    </Callout>
  );
};
