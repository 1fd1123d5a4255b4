import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { groupRuns, hasSameProvenance, type PassagePair, pairPassages } from "./groupRuns.ts";
import { OriginalWords } from "./OriginalPassages.tsx";
import { PassageVersion } from "./PassageVersion.tsx";
import { SourceLine } from "./SourceLine.tsx";
import "./PassageRuns.css";

type PassageRunsProps = {
  readonly pick: (pack: ContentPack) => readonly Passage[] | undefined;
  /**
   * Passages with the same provenance as this one get no line of their own: it is shown elsewhere.
   */
  readonly usual?: Passage | undefined;
};

/**
 * Shows paragraphs; each run with the same standing and source gets one quiet line that names them.
 */
export const PassageRuns = ({ pick, usual }: PassageRunsProps) => {
  const { first, second } = useReading();
  const pairs = pairPassages(pick(first) ?? [], (second && pick(second)) ?? null);
  return groupRuns(pairs).map(({ pairs: run }) => (
    <PassageRun
      key={run[0]?.id}
      pairs={run}
      isUsual={
        usual !== undefined && run[0] !== undefined && hasSameProvenance(usual, run[0].first)
      }
    />
  ));
};

type PairedTextProps = { readonly pick: (pack: ContentPack) => string | undefined };

/** A title in the reader's language, and in the second one if there is one. */
export const PairedText = ({ pick }: PairedTextProps) => {
  const { first, second } = useReading();
  const other = second ? pick(second) : undefined;
  if (!second || other === undefined) return <span lang={first.language}>{pick(first)}</span>;
  return (
    <span className="pair">
      <span data-side="first" lang={first.language}>
        {pick(first)}
      </span>
      <span data-side="second" lang={second.language}>
        {other}
      </span>
    </span>
  );
};

type PassageRunProps = { readonly pairs: readonly PassagePair[]; readonly isUsual: boolean };

/** Passages of one standing and source, in one language or two, and the line that names them. */
const PassageRun = ({ pairs, isUsual }: PassageRunProps) => {
  const { first, second, found } = useReading();
  const [head] = pairs;
  if (!head) return null;
  const isAlike = !head.second || hasSameProvenance(head.first, head.second);
  return (
    <div className="run">
      {pairs.map((pair) => (
        <div
          key={pair.id}
          id={pair.id}
          className={pair.id === found ? "pair passage passage-found" : "pair passage"}
          data-row
        >
          <PassageVersion
            passage={pair.first}
            pack={first}
            side={pair.second ? "first" : undefined}
            isHead={pair === head}
          />
          {pair.second && second && (
            <PassageVersion
              passage={pair.second}
              pack={second}
              side="second"
              isHead={pair === head}
            />
          )}
        </div>
      ))}
      {!isUsual && (
        <div className="pair">
          <SourceLine passage={head.first} side={isAlike ? undefined : "first"} />
          {head.second && !isAlike && <SourceLine passage={head.second} side="second" />}
        </div>
      )}
      {head.first.standing === "translation" && (
        <OriginalWords passages={pairs.map((pair) => pair.first)} />
      )}
    </div>
  );
};
