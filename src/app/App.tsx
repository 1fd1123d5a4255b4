import { Suspense, useEffect, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { Router } from "wouter";
import { rememberChoice } from "#ui/rememberedChoice.ts";
import { useHashLocation, useHashSearch } from "#ui/useHashLocation.ts";
import { Waiting } from "#ui/Waiting.tsx";
import type { NoticeStore } from "./appNotices.ts";
import { FetchClosedPart } from "./FetchClosedPart.tsx";
import { findScreen } from "./findScreen.tsx";
import { Layout } from "./Layout.tsx";
import { NotFound } from "./NotFound.tsx";
import { OpenArrivals } from "./OpenArrivals.tsx";
import { PrivateGate } from "./PrivateGate.tsx";
import { StartScreen } from "./StartScreen.tsx";

export const App = ({ notices }: { readonly notices: NoticeStore }) => {
  const [path] = useHashLocation();
  const { i18n, t } = useTranslation("app");
  // With the words themselves: whoever reads them aloud must know their language.
  useLayoutEffect(() => {
    document.documentElement.lang = i18n.language;
    rememberChoice("enlace.language", i18n.language);
  }, [i18n.language]);
  useEffect(scrollToTopOnNewVisit, [path]);
  const word = path.split("/")[1] ?? "";
  const Screen = findScreen(word);
  return (
    <Router hook={useHashLocation} searchHook={useHashSearch}>
      <OpenArrivals />
      <FetchClosedPart />
      <Layout notices={notices} place={word}>
        <Suspense fallback={<Waiting label={t("app.loading.message")} />}>
          {word === "" && <StartScreen notices={notices} />}
          {word !== "" && !Screen && <NotFound />}
          {Screen && (
            <PrivateGate isPrivate={word === "inquiries"} path={path}>
              {/* oxlint-disable-next-line react/static-components -- found in a table, not made here */}
              <Screen />
            </PrivateGate>
          )}
        </Suspense>
      </Layout>
    </Router>
  );
};

/** A link begins at the top; going back, the browser itself returns to where one was. */
const scrollToTopOnNewVisit = (): void => {
  if (history.state === null) scrollTo(0, 0);
  history.replaceState({ visited: true }, "");
};
