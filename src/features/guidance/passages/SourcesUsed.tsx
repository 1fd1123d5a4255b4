import { useTranslation } from "react-i18next";
import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { formatPartialDate } from "#i18n/format.ts";

type SourcesUsedProps = { readonly pick: (pack: ContentPack) => readonly Passage[] };

/** The documents behind a page, with their whole titles and what is to be known of them. */
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
