import { useTranslation } from "react-i18next";

/** Says on paper what a reader of the paper can't know: whose text it is, and whose it isn't. */
export const PrintedHead = () => {
  const { t } = useTranslation("guidance");
  return <p className="printed-head print-only">{t("page.printed.message")}</p>;
};
