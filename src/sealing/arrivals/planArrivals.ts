import { ok, type Result } from "#domain/result.ts";
import { mergeLetters } from "#domain/thread/mergeLetters.ts";
import {
  type ArrivalProblem,
  distinctPlaces,
  type KeptLetter,
  placeToKey,
  type ThreadPlace,
  type ThreadRecord,
} from "#domain/thread/thread.ts";
import { findThread, planThreadWrite } from "#sealing/records/records.ts";
import type { VaultLocked } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { ArrivedEnvelope, OpenedMark } from "#storage/feed/arrived.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import type { StorageError } from "#storage/storageError.ts";

export type ArrivalPlan = {
  readonly writes: readonly PrivateWrite[];
  readonly marks: readonly OpenedMark[];
};

/**
 * Plans which threads to write (already sealed) and which places of the feed to mark. `troubled`:
 * places that could not be opened earlier. Arrivals for a thread whose own row can't be read stay
 * unchanged: nothing overwrites that row.
 */
export const planArrivals = async (
  deps: PrivateDeps,
  arrivals: readonly Arrival[],
  troubled: readonly ArrivedEnvelope[],
): Promise<Result<ArrivalPlan, StorageError | VaultLocked>> => {
  const sealedBefore = listSealedBefore(arrivals, troubled);
  const writes: PrivateWrite[] = [];
  const found = new Set<ArrivedEnvelope>();
  const unreadable = new Set<string>();
  for (const place of listPlaces(arrivals)) {
    const stored = await findThread(deps, place);
    if (!stored.ok) {
      const { error } = stored;
      if (error.type !== "rowUnreadable") return { ok: false, error };
      unreadable.add(placeToKey(place));
      continue;
    }
    const merged = mergeArrivals(place, stored.value?.value, arrivals, sealedBefore);
    if (!merged) continue;
    const write = await planThreadWrite(deps.vault, merged.thread, stored.value?.rev ?? 0);
    if (!write.ok) return write;
    writes.push(write.value);
    for (const row of merged.found) found.add(row);
  }
  const settled = arrivals.filter(
    (arrival) =>
      !found.has(arrival.row) &&
      !listPlacesOf(arrival).some((place) => unreadable.has(placeToKey(place))),
  );
  return ok({ writes, marks: [...[...found].map(toOpened), ...settled.map(toMark)] });
};

/**
 * Lists envelopes sealed to colleagues only; any colleague may hand over such a letter, before or
 * after it arrives.
 */
const listSealedBefore = (
  arrivals: readonly Arrival[],
  troubled: readonly ArrivedEnvelope[],
): SealedBefore => {
  const now = arrivals.filter(({ problem }) => problem?.type === "notSealedToUs");
  const before = troubled.filter(({ problem }) => problem?.type === "notSealedToUs");
  return [...before, ...now.map(({ row }) => row)];
};

/** Lists the threads that the arrivals concern, each once. */
const listPlaces = (arrivals: readonly Arrival[]): readonly ThreadPlace[] => {
  const places = arrivals.flatMap((arrival) => {
    const { thread: id, desk } = arrival.row;
    if (arrival.problem?.type === "notSealedToUs") return id ? [{ id, desk }] : [];
    return listPlacesOf(arrival);
  });
  return distinctPlaces(places);
};

/** Lists the threads of an arrival's letters. */
const listPlacesOf = ({ row: { desk }, kept }: Arrival): readonly ThreadPlace[] =>
  kept.map(({ letter }) => ({ id: letter.thread, desk }));

const toMark = ({ row, problem }: Arrival): OpenedMark => {
  const { desk, position, envelopeId } = row;
  return problem ? { desk, position, envelopeId, state: "problem", problem } : toOpened(row);
};

const toOpened = ({ desk, position, envelopeId }: ArrivedEnvelope): OpenedMark => ({
  desk,
  position,
  envelopeId,
  state: "opened",
});

/** The result of reading an arrived envelope: letters for their threads, or its problem. */
export type Arrival = {
  readonly row: ArrivedEnvelope;
  readonly kept: readonly KeptLetter[];
  readonly problem: ArrivalProblem | null;
};

/** Places in feeds whose letters this device can't open with its own keys. */
type SealedBefore = readonly ArrivedEnvelope[];

type MergedThread = {
  readonly thread: ThreadRecord;
  /** Places whose letter a colleague handed over: it is known now, so the problem is solved. */
  readonly found: readonly ArrivedEnvelope[];
};

/** Merges arrived letters into a thread; undefined if none arrived for it. */
const mergeArrivals = (
  { id, desk }: ThreadPlace,
  stored: ThreadRecord | undefined,
  arrivals: readonly Arrival[],
  sealedBefore: SealedBefore,
): MergedThread | undefined => {
  const added = arrivals
    .filter(({ row }) => row.desk === desk)
    .flatMap(({ kept }) => kept.filter(({ letter }) => letter.thread === id));
  const known = (stored?.letters ?? []).map((kept) => setAside(kept, added));
  const merged = mergeLetters([...known, ...added], new Map());
  const findPlace = ({ letter }: KeptLetter): ArrivedEnvelope | undefined =>
    sealedBefore.find((row) => row.desk === desk && row.envelopeId === letter.id);
  const found = merged.flatMap((kept) => findPlace(kept) ?? []);
  if (added.length === 0 && found.length === 0) return undefined;
  const letters = merged.map((kept) => {
    const row = findPlace(kept);
    return row ? { ...kept, position: row.position, receipt: row.receipt } : kept;
  });
  return { thread: { id, desk, letters }, found };
};

/**
 * Clears the letter's earlier place if the letter arrived again: a restored endpoint's feed gives
 * it another (S12).
 */
const setAside = (kept: KeptLetter, added: readonly KeptLetter[]): KeptLetter => {
  const isBroughtAgain = added.some(
    ({ signed, position }) => position !== null && signed.signature === kept.signed.signature,
  );
  return isBroughtAgain ? { ...kept, position: null } : kept;
};
