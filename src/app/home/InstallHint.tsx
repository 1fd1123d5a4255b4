import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { listenToInstallOffer, readInstallOffer } from "#features/device/install/installOffer.ts";
import { readPlatform } from "#features/device/install/readPlatform.ts";
import { recallChoice, rememberChoice } from "#ui/browser/rememberedChoice.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { Notice } from "#ui/signs/Notice.tsx";

/** Where the app can be installed and isn't: says so once, and takes "not now" for an answer. */
export const InstallHint = () => {
  const { t } = useTranslation("app");
  const offer = useSyncExternalStore(listenToInstallOffer, readInstallOffer);
  const [isDeclined, setDeclined] = useState(() => recallChoice("enlace.installHint") !== null);
  if (isDeclined || (offer.type !== "offered" && readPlatform() !== "iosBrowser")) return null;
  const handleDecline = (): void => {
    rememberChoice("enlace.installHint", "declined");
    setDeclined(true);
  };
  return (
    <Notice tone="plain" title={t("installHint.offer.title")}>
      <p>{t("installHint.offer.message")}</p>
      <div className="button-row">
        <ButtonLink href="#/more/install">{t("installHint.how.action")}</ButtonLink>
        <Button tone="quiet" onClick={handleDecline}>
          {t("installHint.decline.action")}
        </Button>
      </div>
    </Notice>
  );
};
