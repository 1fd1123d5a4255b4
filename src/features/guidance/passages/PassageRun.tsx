import { useReading } from "#features/guidance/reading/useReading.ts";
import { hasSameProvenance, type PassagePair } from "./groupRuns.ts";
import { OriginalWords } from "./OriginalWords.tsx";
import { PassageVersion } from "./PassageVersion.tsx";
import { SourceLine } from "./SourceLine.tsx";
import "./Passage.css";

type PassageRunProps = { readonly pairs: readonly PassagePair[]; readonly isUsual: boolean };

/** Passages of one standing and source, in one language or two, and the line that says which. */
export const PassageRun = ({ pairs, isUsual }: PassageRunProps) => {
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
