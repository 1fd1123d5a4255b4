import { useTranslation } from "react-i18next";
import type {
  MeasureActions as Actions,
  ContentPack,
  Measure,
  Passage,
} from "#domain/guidance/contentPack.ts";
import { PairedText, PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourceLine, SourcesUsed } from "#features/guidance/passages/SourceLine.tsx";
import { ActionTemplate } from "#features/guidance/procedures/ActionTemplate.tsx";
import { ContactPointSections } from "#features/guidance/procedures/ProcedurePage.tsx";
import { ReadingHeader } from "#features/guidance/reading/GuidanceShell.tsx";
import { useReadingPlace } from "#features/guidance/reading/KeepPlace.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { usePainted } from "#ui/browser/usePainted.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { NormList } from "./MeasuresPage.tsx";
import "./MeasurePage.css";

type MeasurePageProps = { readonly number: number };

/** One measure: its text, what it means, and what can be done about it. */
export const MeasurePage = ({ number }: MeasurePageProps) => {
  const { t } = useTranslation(["guidance", "app"]);
  const { first } = useReading();
  const measure = findMeasure(first, number);
  const back = { href: "#/measures", label: t("app:layout.read.label") };
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
  // The measure's own text is painted first; a link into the page needs the whole page at once.
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

/** What can be done about a measure: something to undertake, points to check, a text to use. */
const MeasureActions = ({ number }: { readonly number: number }) => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  const pick = (pack: ContentPack): Actions | undefined =>
    pack.measures.find((measure) => measure.number === number)?.actions;
  const actions = pick(first);
  if (!actions) return null;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t("actions.section.title")}</h2>
      <PassageRuns
        pick={(pack) => [pick(pack)?.activity].filter((one) => one !== undefined)}
        usual={actions.activity}
      />
      <h3>{t("actions.checklist.title")}</h3>
      <ul className="measure-checklist">
        {actions.checklist.map((point, index) => (
          <li key={point.id}>
            <PassageRuns
              pick={(pack) => [pick(pack)?.checklist[index]].filter((one) => one !== undefined)}
              usual={actions.activity}
            />
          </li>
        ))}
      </ul>
      <h3>
        <PairedText pick={(pack) => pick(pack)?.template.title} />
      </h3>
      <ActionTemplate pick={(pack) => pick(pack)?.template} />
      <SourceLine passage={actions.activity} />
    </section>
  );
};

/** Warns that we know less of a measure than its number suggests, before anyone relies on it. */
const MeasureCaveat = ({ number }: { readonly number: number }) => {
  const { first } = useReading();
  const pick = (pack: ContentPack): readonly Passage[] => {
    const caveat = pack.measures.find((measure) => measure.number === number)?.caveat;
    return caveat ? [caveat] : [];
  };
  const [caveat] = pick(first);
  if (!caveat) return null;
  return (
    <div className="measure-caveat">
      <PassageRuns pick={pick} usual={caveat} />
    </div>
  );
};

/** Links to the previous and the next measure. */
const MeasureNeighbours = ({ number }: { readonly number: number }) => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  const before = first.measures.find((measure) => measure.number === number - 1);
  const after = first.measures.find((measure) => measure.number === number + 1);
  return (
    <nav className="measure-neighbours no-print" aria-label={t("neighbours.measures.label")}>
      {before && (
        <a href={`#/measures/${before.number}`} rel="prev">
          <span>← {t("measure.name.label", { number: before.number })}</span>
          {before.title}
        </a>
      )}
      {after && (
        <a className="measure-next" href={`#/measures/${after.number}`} rel="next">
          <span>{t("measure.name.label", { number: after.number })} →</span>
          {after.title}
        </a>
      )}
    </nav>
  );
};
