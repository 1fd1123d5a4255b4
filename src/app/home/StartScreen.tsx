import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { AppNewsStore } from "#app/news/appNews.ts";
import { listenToInstallOffer, readInstallOffer } from "#features/device/install/installOffer.ts";
import { readPlatform } from "#features/device/install/readPlatform.ts";
import { findReadingPlace } from "#storage/content/contentPacks.ts";
import { countPrivates } from "#storage/privates/privates.ts";
import { useLive } from "#storage/useLive.ts";
import { recallChoice, rememberChoice } from "#ui/browser/rememberedChoice.ts";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { Sign } from "#ui/signs/Sign.tsx";
import "./StartScreen.css";

/** Links to the three things most often wanted, and to unfinished work. */
export const StartScreen = ({ news }: { readonly news: AppNewsStore }) => {
  const { t } = useTranslation("app");
  const counts = useLive(countPrivates, "privates");
  const reading = useLive(findReadingPlace, "reading");
  // Which draft it is needs the passphrase: the list shows it first.
  const hasDraft = counts.type === "ready" && counts.value.draft > 0;
  const place = reading.type === "ready" ? reading.value : undefined;
  return (
    <div className="start">
      <h1>{t("start.name.title")}</h1>
      <p className="start-what">{t("start.what.message")}</p>
      <ul className="start-ways">
        <li>
          <a href="#/directory">
            <strong>{t("start.find.action")}</strong>
            <span>{t("start.find.hint")}</span>
          </a>
        </li>
        <li>
          <a href={hasDraft ? "#/inquiries" : "#/inquiries/new"}>
            <strong>{hasDraft ? t("start.continue.action") : t("start.ask.action")}</strong>
            <span>{t("start.ask.hint")}</span>
          </a>
        </li>
        <li>
          <a href={place?.href ?? "#/measures"}>
            <strong>{place ? t("start.resume.action") : t("start.read.action")}</strong>
            <span>{place?.title ?? t("start.read.hint")}</span>
          </a>
        </li>
      </ul>
      <ReadinessLine news={news} />
      <InstallHint />
      <p className="start-note">{t("start.notOfficial.message")}</p>
    </div>
  );
};

/** Suggests once to install the app where that is possible, and accepts "not now". */
const InstallHint = () => {
  const { t } = useTranslation("app");
  const offer = useSyncExternalStore(listenToInstallOffer, readInstallOffer);
  const [isDeclined, setDeclined] = useState(() => recallChoice("enlace.installHint") !== null);
  if (isDeclined || (offer.type !== "offered" && readPlatform() !== "iosBrowser")) return null;
  const handleDecline = (): void => {
    rememberChoice("enlace.installHint", "declined");
    setDeclined(true);
  };
  return (
    <Callout tone="plain" title={t("installHint.offer.title")}>
      <p>{t("installHint.offer.message")}</p>
      <div className="button-row">
        <ButtonLink href="#/more/install">{t("installHint.how.action")}</ButtonLink>
        <Button tone="quiet" onClick={handleDecline}>
          {t("installHint.decline.action")}
        </Button>
      </div>
    </Callout>
  );
};

/** Shows "ready to use offline" once everything is on the device, and not before. */
const ReadinessLine = ({ news }: { readonly news: AppNewsStore }) => {
  const { t } = useTranslation(["app", "errors"]);
  const { readiness } = useSyncExternalStore(news.listen, news.read);
  // On later visits everything was here once: nothing is reported until that is checked again.
  const isFirstVisit = document.documentElement.dataset.visit === "first";
  return (
    <p role="status" className="readiness">
      {readiness.type === "preparing" && isFirstVisit && (
        <Sign shape="half">{t("readiness.preparing.message")}</Sign>
      )}
      {readiness.type === "ready" && (
        <Sign shape="tick" tone="good">
          {t("readiness.ready.message")}
        </Sign>
      )}
      {readiness.type === "incomplete" && (
        <Sign shape="cross" tone="caution">
          {readiness.reason === "storageFull"
            ? t("errors:storageFull")
            : t("readiness.incomplete.message")}
        </Sign>
      )}
    </p>
  );
};
