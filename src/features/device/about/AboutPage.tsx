import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { formatPartialDate } from "#i18n/format.ts";
import { findContentPack } from "#storage/content/contentPacks.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";
import licences from "./licences.json";
import "./AboutPage.css";

export const AboutPage = () => {
  const { t } = useTranslation("device");
  const { endpointUrl } = useSync();
  return (
    <DevicePage title={t("about.page.title")}>
      <p>{t("about.what.message")}</p>
      <p>
        <strong>{t("about.notOfficial.message")}</strong> {t("about.emblem.message")}
      </p>
      <p>{t("about.not.message")}</p>
      <p>{t("about.version.label", { version: appVersion })}</p>
      <h2>{t("about.sources.title")}</h2>
      <p>{t("about.sources.message")}</p>
      <SourceList />
      <p>{t("about.standing.message")}</p>
      <h2>{t("about.privacy.title")}</h2>
      <p>{t("about.noThird.message")}</p>
      <p>
        {endpointUrl === null
          ? t("about.noEndpoint.message")
          : t("about.endpoint.message", { address: endpointUrl })}
      </p>
      <p>{t("about.sees.message")}</p>
      <p>{t("about.atRest.message")}</p>
      <LicenceList />
    </DevicePage>
  );
};

/** Lists all third-party work shipped to the browser, each with the full text of its license. */
const LicenceList = () => {
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
          <p lang="en" className="about-licence">
            {text}
          </p>
        </details>
      ))}
    </>
  );
};

/** Lists the documents that the guidance quotes, as its content pack names them. */
const SourceList = () => {
  const { i18n } = useTranslation("device");
  const language = chooseLanguage([i18n.language]);
  const pack = useLive((database) => findContentPack(database, language), language);
  if (pack.type !== "ready" || !pack.value) return null;
  const { sources } = pack.value;
  return (
    <ul>
      {["cbm-draft-2019", "cicte-workplan-2024"].map((id) => {
        const source = sources[id];
        if (!source) return null;
        return (
          <li key={id}>
            <cite>{source.title}</cite> ({formatPartialDate(source.date, i18n.language)})
          </li>
        );
      })}
    </ul>
  );
};

/** The version in package.json; a test compares the two. */
export const appVersion = "0.1.0";
