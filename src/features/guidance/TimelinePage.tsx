import { useTranslation } from "react-i18next";
import { PairedText, PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourcesUsed } from "#features/guidance/passages/SourceLine.tsx";
import { ReadingHeader } from "#features/guidance/reading/GuidanceShell.tsx";
import { useReadingPlace } from "#features/guidance/reading/KeepPlace.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { formatPartialDate } from "#i18n/format.ts";

/** How the measures came about, from the first to the last that we know of. */
export const TimelinePage = () => {
  const { t, i18n } = useTranslation("guidance");
  const { first } = useReading();
  const title = t("timeline.page.title");
  useReadingPlace("#/timeline", title);
  return (
    <article>
      <ReadingHeader title={title} back={{ href: "#/measures", label: t("page.guidance.title") }} />
      <ol className="timeline">
        {first.timeline.map((entry, index) => (
          <li key={entry.id}>
            <p className="timeline-date">
              <time dateTime={entry.date}>{formatPartialDate(entry.date, i18n.language)}</time>
            </p>
            <div className="timeline-entry">
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
