import { useTranslation } from "react-i18next";
import type { ContentPack, Measure, Passage } from "#domain/guidance/contentPack.ts";
import { PairedText } from "#features/guidance/passages/PairedText.tsx";
import { PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourcesUsed } from "#features/guidance/passages/SourcesUsed.tsx";
import { ContactPointSections } from "#features/guidance/procedures/ProcedurePage.tsx";
import { ReadingHeader } from "#features/guidance/reading/ReadingHeader.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { useReadingPlace } from "#features/guidance/reading/useReadingPlace.ts";
import { usePainted } from "#ui/browser/usePainted.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { MeasureActions } from "./MeasureActions.tsx";
import { MeasureCaveat } from "./MeasureCaveat.tsx";
import { MeasureNeighbours } from "./MeasureNeighbours.tsx";
import { NormList } from "./NormList.tsx";

type MeasurePageProps = { readonly number: number };

/** One measure: its words, what they mean, what there is to do about it. */
export const MeasurePage = ({ number }: MeasurePageProps) => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  const measure = findMeasure(first, number);
  const back = { href: "#/measures", label: t("page.guidance.title") };
  if (!measure) {
    return (
      <>
        <PageHeading title={t("measure.unknown.title")} back={back} />
        <p>{t("measure.unknown.message")}</p>
      </>
    );
  }
  return <KnownMeasure measure={measure} back={back} />;
};

type KnownMeasureProps = {
  readonly measure: Measure;
  readonly back: { readonly href: string; readonly label: string };
};

const KnownMeasure = ({ measure, back }: KnownMeasureProps) => {
  const { t } = useTranslation("guidance");
  const { found } = useReading();
  const { number } = measure;
  const name = t("measure.name.label", { number });
  // The measure's own words are painted first; a link into the page needs all of it at once.
  const isWhole = usePainted() || found !== null;
  useReadingPlace(`#/measures/${number}`, `${name} · ${measure.title}`);
  return (
    <article>
      <ReadingHeader title={`${name} · ${measure.title}`} back={back}>
        <span className="measure-name">{name}</span>
        <PairedText pick={(pack) => findMeasure(pack, number)?.title} />
      </ReadingHeader>
      <PassageRuns pick={(pack) => findMeasure(pack, number)?.passages} />
      {isWhole && (
        <>
          <MeasureCaveat number={number} />
          {number === 2 && <ContactPointSections />}
          {number === 9 && <NormList />}
          <MeasureActions number={number} />
          <SourcesUsed pick={(pack) => listShown(pack, number)} />
          <MeasureNeighbours number={number} />
        </>
      )}
    </article>
  );
};

const findMeasure = (pack: ContentPack, number: number): Measure | undefined =>
  pack.measures.find((measure) => measure.number === number);

const listShown = (pack: ContentPack, number: number): readonly Passage[] => [
  ...(findMeasure(pack, number)?.passages ?? []),
  ...(number === 2 ? [...pack.purpose, ...pack.implications] : []),
  ...(number === 9 ? pack.norms.map((norm) => norm.summary) : []),
];
