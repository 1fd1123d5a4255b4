import { useState } from "react";
import { useTranslation } from "react-i18next";
import { directoryCoverage } from "#domain/directory/directoryState.ts";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import type { Day } from "#domain/instant.ts";
import { CoverageFigures } from "./CoverageFigures.tsx";
import "./CoverageSection.css";

type CoverageSectionProps = {
  readonly directory: ReadableDirectory;
  readonly today: Day;
};

/** The figures are counted when somebody wants them: counting reads every contact. */
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
