import { useTranslation } from "react-i18next";
import { PairedText, PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourceLine, SourcesUsed } from "#features/guidance/passages/SourceLine.tsx";
import { ProcedureLinks } from "#features/guidance/procedures/ProcedureLinks.tsx";
import { ReadingHeader } from "#features/guidance/reading/GuidanceShell.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import "./MeasuresPage.css";
import "#features/guidance/procedures/ProcedureLinks.css";

/** The table of contents of the guidance, and the sources of the measures. */
export const MeasuresPage = () => {
  const { t } = useTranslation(["guidance", "app"]);
  return (
    <>
      <ReadingHeader title={t("app:layout.read.label")} />
      <p className="no-print">
        <ButtonLink className="measures-search" href="#/search">
          {t("search.open.action")}
        </ButtonLink>
      </p>
      <h2>{t("measures.list.title")}</h2>
      <MeasureList />
      <h2>{t("procedures.list.title")}</h2>
      <ProcedureLinks />
      <h2>{t("reference.list.title")}</h2>
      <ul className="contents">
        <li>
          <a href="#/timeline">{t("timeline.page.title")}</a>
          <p>{t("timeline.page.hint")}</p>
        </li>
        <li>
          <a href="#/glossary">{t("glossary.page.title")}</a>
          <p>{t("glossary.page.hint")}</p>
        </li>
      </ul>
      <h2>{t("firstMeasure.section.title")}</h2>
      <PassageRuns pick={(pack) => pack.firstMeasure} />
      <h2>{t("draft.section.title")}</h2>
      <PassageRuns pick={(pack) => pack.draftPreamble} />
      <SourcesUsed pick={(pack) => [...pack.firstMeasure, ...pack.draftPreamble]} />
    </>
  );
};

/** Lists all eleven, each with what we have of it: a source's own text, or only our summary. */
const MeasureList = () => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  return (
    <ol className="measure-list">
      {first.measures.map((measure, index) => (
        <li key={measure.number}>
          <a href={`#/measures/${measure.number}`}>
            <span className="measure-number">{measure.number}</span>
            <PairedText pick={(pack) => pack.measures[index]?.title} />
          </a>
          {measure.caveat && <p>{t("measures.summaryOnly.label")}</p>}
        </li>
      ))}
    </ol>
  );
};

/** The eleven voluntary norms by topic; one line at the end names their common source. */
export const NormList = () => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  const usual = first.norms[0]?.summary;
  return (
    <>
      <h2>{t("norms.section.title")}</h2>
      <ol className="norm-list">
        {first.norms.map((norm, index) => (
          <li key={norm.id}>
            <h3>
              <span className="norm-letter">{norm.letter}</span>
              <PairedText pick={(pack) => pack.norms[index]?.topic} />
            </h3>
            <PassageRuns
              pick={(pack) => [pack.norms[index]?.summary].filter((one) => one !== undefined)}
              usual={usual}
            />
          </li>
        ))}
      </ol>
      {usual && <SourceLine passage={usual} />}
    </>
  );
};
