import { useTranslation } from "react-i18next";
import { useReading } from "#features/guidance/reading/useReading.ts";

/** Page by page through the measures. */
export const MeasureNeighbours = ({ number }: { readonly number: number }) => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  const before = first.measures.find((measure) => measure.number === number - 1);
  const after = first.measures.find((measure) => measure.number === number + 1);
  return (
    <nav className="neighbours no-print" aria-label={t("neighbours.measures.label")}>
      {before && (
        <a href={`#/measures/${before.number}`} rel="prev">
          <span>← {t("measure.name.label", { number: before.number })}</span>
          {before.title}
        </a>
      )}
      {after && (
        <a className="neighbour-next" href={`#/measures/${after.number}`} rel="next">
          <span>{t("measure.name.label", { number: after.number })} →</span>
          {after.title}
        </a>
      )}
    </nav>
  );
};
