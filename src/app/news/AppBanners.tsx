import { lazy, Suspense, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { findRevocationReport, forgetRevocationReport } from "#storage/device/revocationReport.ts";
import { tryStorage } from "#storage/storageError.ts";
import { useDatabase, useLive } from "#storage/useLive.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import type { AppNewsStore } from "./appNews.ts";

const NotLastingBanner = lazy(async () => ({
  default: (await import("./NotLastingBanner.tsx")).NotLastingBanner,
}));

/** Banners for every screen: a new version, storage that was lost, storage that isn't available. */
export const AppBanners = ({ news }: { readonly news: AppNewsStore }) => {
  const { t, i18n } = useTranslation("app");
  const { update, storage } = useSyncExternalStore(news.listen, news.read);
  const { lasting } = useDatabase();
  return (
    <div className="no-print">
      {!lasting && (
        <Suspense>
          <NotLastingBanner />
        </Suspense>
      )}
      <RevokedBanner />
      {storage.type === "lost" && (
        <Callout tone="danger" announce title={sayError(i18n, storage.error)}>
          <p>{t("banner.storageLost.message")}</p>
          {storage.error.type === "storageFull" && (
            <p>
              <a href="#/more/export">{t("banner.storageFull.action")}</a>
            </p>
          )}
          <Button onClick={() => location.reload()}>{t("banner.reload.action")}</Button>
        </Callout>
      )}
      {storage.type === "cleared" && (
        <Callout tone="danger" announce title={t("banner.cleared.title")}>
          <p>
            {storage.savedAgain > 0
              ? t("banner.cleared.message", { count: storage.savedAgain })
              : t("banner.clearedNone.message")}
          </p>
          <p>{t("banner.cleared.hint")}</p>
          <Button onClick={() => location.reload()}>{t("banner.reload.action")}</Button>
        </Callout>
      )}
      {update.type === "waiting" && (
        <Callout tone="plain" announce title={t("banner.update.title")}>
          <p>{t("banner.update.message")}</p>
          <Button tone="primary" onClick={update.accept}>
            {t("banner.update.action")}
          </Button>
        </Callout>
      )}
    </div>
  );
};

const RevokedNotice = lazy(async () => ({
  default: (await import("#features/device/enrolment/RevokedCallout.tsx")).RevokedCallout,
}));

/**
 * Says which desk this device was removed from and what was erased, until the person has read it.
 */
const RevokedBanner = () => {
  const { t } = useTranslation("app");
  const { database } = useDatabase();
  const live = useLive(findRevocationReport, "revoked");
  const word = live.type === "ready" ? live.value : undefined;
  if (!word) return null;
  return (
    <Suspense>
      <RevokedNotice desk={word.desk} revokedAt={word.erasedAt} isEverything={word.isEverything} />
      <Button onClick={() => void tryStorage(() => forgetRevocationReport(database))}>
        {t("banner.understood.action")}
      </Button>
    </Suspense>
  );
};
