import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DirectoryCoverage, directoryCoverage } from "#domain/directory/directoryState.ts";
import { countHidden, type ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import type { Day } from "#domain/instant.ts";
import { formatDay, formatNumber } from "#i18n/format.ts";
import "./CoverageSection.css";

type CoverageSectionProps = {
  readonly directory: ReadableDirectory;
  readonly today: Day;
};

/** Counts the figures only when the section is opened, because counting reads every contact. */
export const CoverageSection = ({ directory, today }: CoverageSectionProps) => {
  const { t } = useTranslation("directory");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="coverage" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("coverage.summary.title")}</summary>
      {isOpen && (
        <CoverageFigures
          coverage={directoryCoverage(directory.edition, today)}
          directory={directory}
        />
      )}
    </details>
  );
};

type CoverageFiguresProps = {
  readonly coverage: DirectoryCoverage;
  readonly directory: ReadableDirectory;
};

/** Shows how much of the directory is reliable, counted from the edition itself. */
const CoverageFigures = ({ coverage, directory }: CoverageFiguresProps) => {
  const { t, i18n } = useTranslation(["directory", "words"]);
  const hidden = countHidden(directory.privateReading);
  const say = (count: number): string => formatNumber(count, i18n.language);
  return (
    <>
      <p>
        {t("coverage.asOf.message", {
          day: formatDay(coverage.asOf, i18n.language),
          number: directory.edition.number,
        })}
      </p>
      <dl>
        <Figure label={t("coverage.states.label")} value={say(coverage.states)} />
        <Figure
          label={t("coverage.reliablePolicy.label")}
          value={say(coverage.statesWithReliablePolicy)}
        />
        <Figure label={t("coverage.any.label")} value={say(coverage.statesWithAny)} />
        <Figure label={t("coverage.onlyExpired.label")} value={say(coverage.statesOnlyExpired)} />
        <Figure label={t("coverage.none.label")} value={say(coverage.statesWithNone)} />
        <Figure label={t("coverage.contacts.label")} value={say(coverage.contacts)} />
        {coverage.desks.map(({ desk, contacts }) => (
          <Figure
            key={desk}
            label={t("coverage.desk.label", { desk: t(`words:desk.${desk}.title`) })}
            value={say(contacts)}
          />
        ))}
        <Figure label={t("coverage.expiresSoon.label")} value={say(coverage.expiresSoon)} />
        <Figure label={t("coverage.unconfirmed.label")} value={say(coverage.unconfirmed)} />
        <Figure label={t("coverage.expired.label")} value={say(coverage.expired)} />
        {hidden > 0 && <Figure label={t("coverage.hidden.label")} value={say(hidden)} />}
      </dl>
    </>
  );
};

const Figure = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
