import { useTranslation } from "react-i18next";
import type { ContentPack, GlossaryEntry } from "#domain/guidance/contentPack.ts";
import { PairedText, PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourceLine, SourcesUsed } from "#features/guidance/passages/SourceLine.tsx";
import { ReadingHeader } from "#features/guidance/reading/GuidanceShell.tsx";
import { useReadingPlace } from "#features/guidance/reading/KeepPlace.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { sortByName } from "#i18n/format.ts";
import "./GlossaryPage.css";

/** The glossary, in the sort order of the reader's language. */
export const GlossaryPage = () => {
  const { t } = useTranslation(["guidance", "app"]);
  const { first } = useReading();
  const title = t("glossary.page.title");
  useReadingPlace("#/glossary", title);
  const entries = sortByName(first.glossary, ({ term }) => term);
  const usual = first.glossary[0]?.definition;
  return (
    <article>
      <ReadingHeader
        title={title}
        back={{ href: "#/measures", label: t("app:layout.read.label") }}
      />
      {usual && (
        <>
          <p className="glossary-usual">{t("glossary.usual.message")}</p>
          <SourceLine passage={usual} />
        </>
      )}
      <dl className="glossary">
        {entries.map(({ id }) => (
          <div key={id}>
            <dt>
              <PairedText pick={(pack) => findEntry(pack, id)?.term} />
            </dt>
            <dd>
              <PassageRuns
                pick={(pack) =>
                  [findEntry(pack, id)?.definition].filter((one) => one !== undefined)
                }
                usual={usual}
              />
            </dd>
          </div>
        ))}
      </dl>
      <SourcesUsed pick={(pack) => pack.glossary.map((entry) => entry.definition)} />
    </article>
  );
};

const findEntry = (pack: ContentPack, id: string): GlossaryEntry | undefined =>
  pack.glossary.find((entry) => entry.id === id);
