import { useTranslation } from "react-i18next";
import type { Standing } from "#domain/guidance/contentPack.ts";

/**
 * Said before the text, so that a translation is known for one before it is read. Our own words
 * need no label: they are not set as a quotation, and their source line names them.
 */
export const StandingLabel = ({ standing }: { readonly standing: Standing }) => {
  const { t, i18n } = useTranslation("guidance");
  if (standing === "summary") return null;
  const labels = {
    adopted: t("standing.adopted.label"),
    quoted: t("standing.quoted.label"),
    translation: t("standing.translation.label"),
  };
  return (
    <p className="standing-label" lang={i18n.language}>
      {labels[standing]}
    </p>
  );
};
