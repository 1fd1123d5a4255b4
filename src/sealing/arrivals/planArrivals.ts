import { ok, type Result } from "#domain/result.ts";
import { distinctPlaces, placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import { findThread, planThreadWrite } from "#sealing/records/records.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { VaultLocked } from "#sealing/vault/vault.ts";
import type { ArrivedEnvelope, OpenedMark } from "#storage/feed/arrived.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import type { StorageError } from "#storage/storageError.ts";
import { type Arrival, type ClosedPlaces, mergeArrivals } from "./mergeArrivals.ts";

export type ArrivalPlan = {
  readonly writes: readonly PrivateWrite[];
  readonly marks: readonly OpenedMark[];
};

/**
 * Which threads are written, sealed already, and which places of the feed are marked. `troubled`:
 * places that could not be opened earlier. What belongs to a thread whose own row can't be read stays
 * as it is: nothing is written over it.
 */
export const planArrivals = async (
  deps: PrivateDeps,
  arrivals: readonly Arrival[],
  troubled: readonly ArrivedEnvelope[],
): Promise<Result<ArrivalPlan, StorageError | VaultLocked>> => {
  const closed = listClosedPlaces(arrivals, troubled);
  const writes: PrivateWrite[] = [];
  const found = new Set<ArrivedEnvelope>();
  const unreadable = new Set<string>();
  for (const place of listPlaces(arrivals)) {
    const held = await findThread(deps, place);
    if (!held.ok) {
      const { error } = held;
      if (error.type !== "rowUnreadable") return { ok: false, error };
      unreadable.add(placeToKey(place));
      continue;
    }
    const merged = mergeArrivals(place, held.value?.value, arrivals, closed);
    if (!merged) continue;
    const write = await planThreadWrite(deps.vault, merged.thread, held.value?.rev ?? 0);
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

/** Sealed to colleagues only; any of them may hand its letter on, before it arrives or after. */
const listClosedPlaces = (
  arrivals: readonly Arrival[],
  troubled: readonly ArrivedEnvelope[],
): ClosedPlaces => {
  const now = arrivals.filter(({ problem }) => problem?.type === "notSealedToUs");
  const before = troubled.filter(({ problem }) => problem?.type === "notSealedToUs");
  return [...before, ...now.map(({ row }) => row)];
};

/** Each once. */
const listPlaces = (arrivals: readonly Arrival[]): readonly ThreadPlace[] => {
  const places = arrivals.flatMap((arrival) => {
    const { thread: id, desk } = arrival.row;
    if (arrival.problem?.type === "notSealedToUs") return id ? [{ id, desk }] : [];
    return listPlacesOf(arrival);
  });
  return distinctPlaces(places);
};

/** Whose letters it has brought. */
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
