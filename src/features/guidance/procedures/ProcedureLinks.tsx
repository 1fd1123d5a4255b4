import { useTranslation } from "react-i18next";
import "./ProcedureLinks.css";

/** The two ways to use CBM #2: asking and answering. */
export const ProcedureLinks = () => {
  const { t } = useTranslation("guidance");
  return (
    <ul className="contents">
      <li>
        <a href="#/procedures/inquiry">{t("procedures.inquiry.label")}</a>
        <p>{t("procedures.inquiry.hint")}</p>
      </li>
      <li>
        <a href="#/procedures/response">{t("procedures.response.label")}</a>
        <p>{t("procedures.response.hint")}</p>
      </li>
    </ul>
  );
};
