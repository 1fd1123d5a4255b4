import { lazy, Suspense, useEffect, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { Router } from "wouter";
import { Layout } from "#app/layout/Layout.tsx";
import type { AppNewsStore } from "#app/news/appNews.ts";
import { findPrivateGate, findScreen, findStartScreen } from "#app/places/findScreen.tsx";
import { useVault } from "#sealing/vault/useSealing.ts";
import { rememberChoice } from "#ui/browser/rememberedChoice.ts";
import { useHashLocation, useHashSearch } from "#ui/browser/useHashLocation.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";

const OpenVaultWork = lazy(async () => ({
  default: (await import("#app/open-vault/OpenVaultWork.tsx")).OpenVaultWork,
}));

export const App = ({ news }: { readonly news: AppNewsStore }) => {
  const [path] = useHashLocation();
  const { i18n, t } = useTranslation("app");
  // Together with the text itself: a screen reader must know the language.
  useLayoutEffect(() => {
    document.documentElement.lang = i18n.language;
    rememberChoice("enlace.language", i18n.language);
  }, [i18n.language]);
  useEffect(scrollToTopOnNewVisit, [path]);
  const isOpen = useVault().state.type === "unlocked";
  const word = path.split("/")[1] ?? "";
  const Screen = findScreen(word);
  const Start = findStartScreen();
  const Gate = findPrivateGate();
  // oxlint-disable-next-line react/static-components -- found in a table, not made here
  const shown = Screen ? <Screen /> : <NotFound />;
  // oxlint-disable-next-line react/static-components -- loaded once, not made here
  const screen = word === "" ? <Start news={news} /> : shown;
  return (
    <Router hook={useHashLocation} searchHook={useHashSearch}>
      {isOpen && (
        <Suspense>
          <OpenVaultWork />
        </Suspense>
      )}
      <Layout news={news} place={word}>
        <Suspense fallback={<Waiting label={t("app.loading.message")} />}>
          {/* oxlint-disable-next-line react/static-components -- loaded once, not made here */}
          {word === "inquiries" ? <Gate path={path}>{screen}</Gate> : screen}
        </Suspense>
      </Layout>
    </Router>
  );
};

/**
 * A new page starts at the top; when going back, the browser itself restores the scroll position.
 */
const scrollToTopOnNewVisit = (): void => {
  if (history.state === null) scrollTo(0, 0);
  history.replaceState({ visited: true }, "");
};

const NotFound = () => {
  const { t } = useTranslation("app");
  return (
    <>
      <PageHeading title={t("notFound.page.title")} />
      <p>{t("notFound.page.message")}</p>
      <p>
        <a href="#/">{t("notFound.start.action")}</a>
      </p>
    </>
  );
};
