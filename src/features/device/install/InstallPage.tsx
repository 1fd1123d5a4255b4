import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { InstallSteps } from "./InstallSteps.tsx";
import { listenToInstallOffer, readInstallOffer } from "./installOffer.ts";
import { readPlatform } from "./readPlatform.ts";

export const InstallPage = () => {
  const { t } = useTranslation(["device", "app"]);
  const offer = useSyncExternalStore(listenToInstallOffer, readInstallOffer);
  const platform = readPlatform();
  if (platform === "installed" || offer.type === "installed") {
    return (
      <DevicePage title={t("install.page.title")}>
        <Callout tone="good" title={t("install.done.title")}>
          <p>{platform === "installed" ? t("install.here.message") : t("install.done.message")}</p>
        </Callout>
      </DevicePage>
    );
  }
  return (
    <DevicePage title={t("install.page.title")}>
      <p>{t("install.why.message")}</p>
      {platform === "iosBrowser" && (
        <Callout tone="caution">
          <p>{t("install.iosStorage.message")}</p>
        </Callout>
      )}
      {offer.type === "offered" ? (
        <Button tone="primary" onClick={() => void offer.ask()}>
          {t("app:installHint.how.action")}
        </Button>
      ) : (
        <>
          <h2>
            {platform === "iosBrowser"
              ? t("install.ios.title")
              : platform === "androidFirefox"
                ? t("install.firefox.title")
                : t("install.other.title")}
          </h2>
          <InstallSteps platform={platform} />
        </>
      )}
    </DevicePage>
  );
};
