import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { chooseLanguage } from "#domain/language.ts";
import { MeasurePage } from "#features/guidance/measures/MeasurePage.tsx";
import { MeasuresPage } from "#features/guidance/measures/MeasuresPage.tsx";
import { PairedText, PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourcesUsed } from "#features/guidance/passages/SourceLine.tsx";
import { ProcedurePage } from "#features/guidance/procedures/ProcedurePage.tsx";
import { GuidanceShell, ReadingHeader } from "#features/guidance/reading/GuidanceShell.tsx";
import { useReadingPlace } from "#features/guidance/reading/KeepPlace.tsx";
import { usePack, useReading } from "#features/guidance/reading/useReading.ts";
import { formatPartialDate } from "#i18n/format.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayError } from "#words/sayError.ts";
import { GlossaryPage } from "./GlossaryPage.tsx";
import "./GuidanceRoutes.css";

/** The texts to read: measures, procedures, timeline and glossary, and the search through them. */
export const GuidanceRoutes = () => {
  const { t, i18n } = useTranslation(["guidance", "app"]);
  const live = usePack(chooseLanguage([i18n.language]));
  switch (live.type) {
    case "loading":
      return <Waiting label={t("page.loading.message")} />;
    case "failed":
      return (
        <>
          <PageHeading title={t("app:layout.read.label")} />
          <Callout tone="danger" title={t("page.failed.title")} announce>
            <p>{sayError(i18n, live.error)}</p>
            <p>{t("page.failed.hint")}</p>
          </Callout>
        </>
      );
    case "ready":
      if (live.value) {
        return (
          <GuidanceShell first={live.value}>
            <GuidancePages />
          </GuidanceShell>
        );
      }
      return (
        <>
          <PageHeading title={t("app:layout.read.label")} />
          <Callout tone="plain" title={t("page.missing.title")} announce>
            <p>{t("page.missing.message")}</p>
          </Callout>
        </>
      );
  }
};

// Only the search reads all four packs, so a person reading one measure doesn't wait for it.
const SearchPage = lazy(() =>
  import("#features/guidance/search/SearchPage.tsx").then((module) => ({
    default: module.SearchPage,
  })),
);

const GuidancePages = () => {
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

/** The history of the measures, from the first to the latest known to us. */
const TimelinePage = () => {
  const { t, i18n } = useTranslation(["guidance", "app"]);
  const { first } = useReading();
  const title = t("timeline.page.title");
  useReadingPlace("#/timeline", title);
  return (
    <article>
      <ReadingHeader
        title={title}
        back={{ href: "#/measures", label: t("app:layout.read.label") }}
      />
      <ol className="timeline">
        {first.timeline.map((entry, index) => (
          <li key={entry.id}>
            <p className="timeline-date">
              <time dateTime={entry.date}>{formatPartialDate(entry.date, i18n.language)}</time>
            </p>
            <div>
              <h2>
                <PairedText pick={(pack) => pack.timeline[index]?.title} />
              </h2>
              <PassageRuns pick={(pack) => pack.timeline[index]?.passages} />
            </div>
          </li>
        ))}
      </ol>
      <SourcesUsed pick={(pack) => pack.timeline.flatMap((entry) => entry.passages)} />
    </article>
  );
};
