import { useTranslation } from "react-i18next";
import type { ContentPack, Passage, Standing } from "#domain/guidance/contentPack.ts";
import { citePassage } from "#domain/guidance/passages.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import type { Side } from "#features/guidance/reading/useSecondLanguage.ts";
import { formatPartialDate } from "#i18n/format.ts";
import { usePainted } from "#ui/browser/usePainted.ts";
import { isDraft, toShortTitle } from "./groupRuns.ts";
import "./SourceLine.css";

type SourceLineProps = { readonly passage: Passage; readonly side?: Side | undefined };

/** Names a text's source and date, always in the reader's own language. */
export const SourceLine = ({ passage, side }: SourceLineProps) => {
  const { t, i18n } = useTranslation("guidance");
  const { first } = useReading();
  const { sourceTitle, sourceDate, asOf } = citePassage(first, passage);
  const source = toShortTitle(sourceTitle);
  const isOurs = passage.standing === "summary";
  const isPainted = usePainted();
  const written = isOurs ? asOf : sourceDate;
  const date = isPainted ? formatPartialDate(written, i18n.language) : written;
  return (
    <p className="source-line" data-side={side} data-late={!isPainted} lang={i18n.language}>
      {isOurs
        ? t("source.summary.label", { source, date })
        : t("source.words.label", { source, date })}
      {isDraft(first, passage) && ` · ${t("source.draft.label")}`}
    </p>
  );
};

type SourcesUsedProps = { readonly pick: (pack: ContentPack) => readonly Passage[] };

/** Lists the documents behind a page, with their full titles and notes on them. */
export const SourcesUsed = ({ pick }: SourcesUsedProps) => {
  const { t, i18n } = useTranslation("guidance");
  const { first } = useReading();
  const keys = new Set(pick(first).map((passage) => passage.source));
  const sources = Object.entries(first.sources).filter(([key]) => keys.has(key));
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{t("sources.section.title")}</h2>
      <dl>
        {sources.map(([key, source]) => (
          <div key={key}>
            <dt lang={first.language}>{source.title}</dt>
            <dd lang={first.language}>
              {formatPartialDate(source.date, i18n.language)}. {source.note}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/**
 * Comes before the text, so that a translation is recognized as one before it is read. Our own text
 * needs no label: it is not set as a quotation, and its source line names us.
 */
export const StandingLabel = ({ standing }: { readonly standing: Standing }) => {
  const { t, i18n } = useTranslation("guidance");
  if (standing === "summary") return null;
  return (
    <p className="standing-label" lang={i18n.language}>
      {t(`standing.${standing}.label`)}
    </p>
  );
};
