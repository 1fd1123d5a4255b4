import { useTranslation } from "react-i18next";
import { PairedText } from "#features/guidance/passages/PairedText.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";

/** All eleven, each with what we hold of it: words of a source, or only our own. */
export const MeasureList = () => {
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
