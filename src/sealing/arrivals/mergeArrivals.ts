import { mergeLetters } from "#domain/thread/mergeLetters.ts";
import type {
  ArrivalProblem,
  KeptLetter,
  ThreadPlace,
  ThreadRecord,
} from "#domain/thread/thread.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";

/** What became of an arrived envelope: letters for their threads, or what is wrong with it. */
export type Arrival = {
  readonly row: ArrivedEnvelope;
  readonly kept: readonly KeptLetter[];
  readonly problem: ArrivalProblem | null;
};

/** Places of the feeds whose letters this device can't open by itself. */
export type ClosedPlaces = readonly ArrivedEnvelope[];

export type MergedThread = {
  readonly thread: ThreadRecord;
  /** Places whose letter was handed on by a colleague: known now, and no problem any more. */
  readonly found: readonly ArrivedEnvelope[];
};

/** A thread with what arrived for it; undefined if nothing did. */
export const mergeArrivals = (
  { id, desk }: ThreadPlace,
  held: ThreadRecord | undefined,
  arrivals: readonly Arrival[],
  closed: ClosedPlaces,
): MergedThread | undefined => {
  const added = arrivals
    .filter(({ row }) => row.desk === desk)
    .flatMap(({ kept }) => kept.filter(({ letter }) => letter.thread === id));
  const known = (held?.letters ?? []).map((kept) => setAside(kept, added));
  const merged = mergeLetters([...known, ...added], new Map());
  const findPlace = ({ letter }: KeptLetter): ArrivedEnvelope | undefined =>
    closed.find((row) => row.desk === desk && row.envelopeId === letter.id);
  const found = merged.flatMap((kept) => findPlace(kept) ?? []);
  if (added.length === 0 && found.length === 0) return undefined;
  const letters = merged.map((kept) => {
    const row = findPlace(kept);
    return row ? { ...kept, position: row.position, receipt: row.receipt } : kept;
  });
  return { thread: { id, desk, letters }, found };
};

/** The same letter's place of before: a restored endpoint's feed gives it another (S12). */
const setAside = (kept: KeptLetter, added: readonly KeptLetter[]): KeptLetter => {
  const isBroughtAgain = added.some(
    ({ signed, position }) => position !== null && signed.signature === kept.signed.signature,
  );
  return isBroughtAgain ? { ...kept, position: null } : kept;
};
