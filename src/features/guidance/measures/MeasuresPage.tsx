import { useTranslation } from "react-i18next";
import { PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourcesUsed } from "#features/guidance/passages/SourcesUsed.tsx";
import { ProcedureLinks } from "#features/guidance/procedures/ProcedureLinks.tsx";
import { ReadingHeader } from "#features/guidance/reading/ReadingHeader.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { MeasureList } from "./MeasureList.tsx";

/** The table of contents of all that is read, and what the measures come from. */
export const MeasuresPage = () => {
  const { t } = useTranslation("guidance");
  return (
    <>
      <ReadingHeader title={t("page.guidance.title")} />
      <p className="no-print">
        <ButtonLink className="search-link" href="#/search">
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
