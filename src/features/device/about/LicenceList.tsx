import { useTranslation } from "react-i18next";
import licences from "./licences.json";

/** Everything of others that is shipped to the browser, with its licence in its own words. */
export const LicenceList = () => {
  const { t } = useTranslation("device");
  return (
    <>
      <h2>{t("licences.section.title")}</h2>
      <p>{t("licences.own.message")}</p>
      <ul className="device-list">
        {licences.packages.map(({ name, version, licence, copyright }) => (
          <li key={name}>
            <strong>
              {name} {version}
            </strong>
            <span lang="en">{[licence, copyright].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {licences.texts.map(({ licence, text }) => (
        <details key={licence}>
          <summary>{licence}</summary>
          <p lang="en" className="device-licence">
            {text}
          </p>
        </details>
      ))}
    </>
  );
};
