import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import { mergeLetters } from "#domain/mergeLetters.ts";
import type { ArrivalProblem, KeptLetter, ThreadRecord } from "#domain/threadRecord.ts";
import type { ArrivedEnvelope } from "#storage/arrived.ts";

/** What became of an arrived envelope: letters for their threads, or what is wrong with it. */
export type Arrival = {
  readonly row: ArrivedEnvelope;
  readonly kept: readonly KeptLetter[];
  readonly problem: ArrivalProblem | null;
};

/** Places of the feed whose letter this device can't open by itself, by envelope. */
export type ClosedPlaces = ReadonlyMap<EnvelopeId, ArrivedEnvelope>;

export type MergedThread = {
  readonly thread: ThreadRecord;
  /** Places whose letter was handed on by a colleague: known now, and no problem any more. */
  readonly found: readonly ArrivedEnvelope[];
};

/** A thread with what arrived for it; undefined if nothing did. */
export const mergeArrivals = (
  id: ThreadId,
  held: ThreadRecord | undefined,
  arrivals: readonly Arrival[],
  closed: ClosedPlaces,
): MergedThread | undefined => {
  const ofThread = arrivals.filter(({ kept }) => kept.some(({ letter }) => letter.thread === id));
  const added = ofThread.flatMap(({ kept }) => kept.filter(({ letter }) => letter.thread === id));
  const desk = held?.desk ?? ofThread[0]?.row.desk;
  if (desk === undefined) return undefined;
  const known = (held?.letters ?? []).map((kept) => setAside(kept, added));
  const merged = mergeLetters([...known, ...added], new Map());
  const findPlace = ({ letter }: KeptLetter): ArrivedEnvelope | undefined => {
    const row = closed.get(letter.id);
    return row?.desk === desk ? row : undefined;
  };
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
