import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { useSync } from "#sync/useSync.ts";
import { appVersion } from "./appVersion.ts";
import { LicenceList } from "./LicenceList.tsx";
import { SourceList } from "./SourceList.tsx";

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
