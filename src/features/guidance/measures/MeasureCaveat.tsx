import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import { PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";

/** Where we know less of a measure than its number suggests, said before anything is built on it. */
export const MeasureCaveat = ({ number }: { readonly number: number }) => {
  const { first } = useReading();
  const pick = (pack: ContentPack): readonly Passage[] => {
    const caveat = pack.measures.find((measure) => measure.number === number)?.caveat;
    return caveat ? [caveat] : [];
  };
  const [caveat] = pick(first);
  if (!caveat) return null;
  return (
    <div className="caveat">
      <PassageRuns pick={pick} usual={caveat} />
    </div>
  );
};
