import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import { DirectoryScreen } from "#features/directory/list/DirectoryScreen.tsx";
import { useDirectory } from "#sealing/records/useDirectory.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayError } from "#words/sayError.ts";

/** The points of contact: all States, one State, and the correction of an entry. */
export const DirectoryRoutes = () => {
  const { t, i18n } = useTranslation("directory");
  const live = useDirectory();
  switch (live.type) {
    case "loading":
      return <Waiting label={t("page.loading.message")} />;
    case "failed":
      return (
        <>
          <PageHeading title={t("page.directory.title")} />
          <Callout tone="danger" title={t("page.failed.title")} announce>
            <p>{sayError(i18n, live.error)}</p>
            <p>{t("page.failed.hint")}</p>
          </Callout>
        </>
      );
    case "ready":
      if (live.value) return <DirectoryPages directory={live.value} />;
      return (
        <>
          <PageHeading title={t("page.directory.title")} />
          <Callout tone="plain" title={t("page.missing.title")} announce>
            <p>{t("page.missing.message")}</p>
            <p>
              <a href="#/more/directory-file">{t("edition.file.action")}</a>
            </p>
          </Callout>
        </>
      );
  }
};

const loadState = () => import("#features/directory/state/StatePage.tsx");

// A person who opens a State's page by a link or shortcut need not wait for the list first.
if (location.hash.startsWith("#/directory/")) void loadState();

const StateScreen = lazy(() => loadState().then((module) => ({ default: module.StateScreen })));

// Rarely used, so it is loaded separately: nobody who wants to call waits for it.
const CorrectionScreen = lazy(() =>
  import("#features/directory/correction/CorrectionPage.tsx").then((module) => ({
    default: module.CorrectionScreen,
  })),
);

const DirectoryPages = ({ directory }: { readonly directory: ReadableDirectory }) => {
  const { t } = useTranslation("directory");
  return (
    <Suspense fallback={<Waiting label={t("page.loading.message")} />}>
      <Switch>
        <Route path="/directory">
          <DirectoryScreen directory={directory} />
        </Route>
        <Route path="/directory/:state">
          {({ state }) => <StateScreen key={state} directory={directory} state={state} />}
        </Route>
        <Route path="/directory/:state/correction/:contact">
          {({ state, contact }) => (
            <CorrectionScreen directory={directory} state={state} contactId={contact} />
          )}
        </Route>
        <Route>
          <StateScreen directory={directory} state="" />
        </Route>
      </Switch>
    </Suspense>
  );
};
