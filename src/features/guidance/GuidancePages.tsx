import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { MeasurePage } from "#features/guidance/measures/MeasurePage.tsx";
import { MeasuresPage } from "#features/guidance/measures/MeasuresPage.tsx";
import { ProcedurePage } from "#features/guidance/procedures/ProcedurePage.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { GlossaryPage } from "./GlossaryPage.tsx";
import { TimelinePage } from "./TimelinePage.tsx";

// Search alone reads all four packs: who reads one measure doesn't wait for it.
const SearchPage = lazy(() =>
  import("#features/guidance/search/SearchPage.tsx").then((module) => ({
    default: module.SearchPage,
  })),
);

export const GuidancePages = () => {
  const { t } = useTranslation("guidance");
  return (
    <Suspense fallback={<Waiting label={t("page.loading.message")} />}>
      <Switch>
        <Route path="/measures">
          <MeasuresPage />
        </Route>
        <Route path="/measures/:number">
          {({ number }) => <MeasurePage key={number} number={Number(number)} />}
        </Route>
        <Route path="/procedures/inquiry">
          <ProcedurePage key="inquiry" kind="inquiry" />
        </Route>
        <Route path="/procedures/response">
          <ProcedurePage key="response" kind="response" />
        </Route>
        <Route path="/timeline">
          <TimelinePage />
        </Route>
        <Route path="/glossary">
          <GlossaryPage />
        </Route>
        <Route path="/search">
          <SearchPage />
        </Route>
      </Switch>
    </Suspense>
  );
};
