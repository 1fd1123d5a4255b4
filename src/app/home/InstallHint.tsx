import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { listenToInstallOffer, readInstallOffer } from "#features/device/installOffer.ts";
import { readPlatform } from "#features/device/readPlatform.ts";
import { Button } from "#ui/Button.tsx";
import { ButtonLink } from "#ui/ButtonLink.tsx";
import { Notice } from "#ui/Notice.tsx";
import { recallChoice, rememberChoice } from "#ui/rememberedChoice.ts";

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
