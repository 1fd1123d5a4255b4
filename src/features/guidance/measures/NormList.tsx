import { useTranslation } from "react-i18next";
import { PairedText } from "#features/guidance/passages/PairedText.tsx";
import { PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourceLine } from "#features/guidance/passages/SourceLine.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";

/** The eleven voluntary norms by topic; one line at the end says where all of them are from. */
export const NormList = () => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  const usual = first.norms[0]?.summary;
  return (
    <>
      <h2>{t("norms.section.title")}</h2>
      <ol className="norms">
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
