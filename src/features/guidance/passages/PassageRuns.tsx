import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { groupRuns, hasSameProvenance, pairPassages } from "./groupRuns.ts";
import { PassageRun } from "./PassageRun.tsx";

type PassageRunsProps = {
  readonly pick: (pack: ContentPack) => readonly Passage[] | undefined;
  /** Passages of the same provenance as this one bear no line of their own: it stands elsewhere. */
  readonly usual?: Passage | undefined;
};

/** Paragraphs, each run of one standing and source with one quiet line that says so. */
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
