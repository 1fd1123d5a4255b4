import type { ThreadId } from "#domain/envelope.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ArrivedEnvelope, OpenedMark } from "#storage/arrived.ts";
import type { PrivateWrite } from "#storage/privates.ts";
import type { StorageError } from "#storage/storageError.ts";
import { type Arrival, type ClosedPlaces, mergeArrivals } from "./mergeArrivals.ts";
import type { PrivateDeps } from "./sealingDeps.ts";
import { findThread, planThreadWrite } from "./threads.ts";
import type { VaultLocked } from "./vault.ts";

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
  const unreadable = new Set<ThreadId>();
  for (const id of listThreadIds(arrivals)) {
    const held = await findThread(deps, id);
    if (!held.ok) {
      const { error } = held;
      if (error.type !== "rowUnreadable") return { ok: false, error };
      unreadable.add(id);
      continue;
    }
    const merged = mergeArrivals(id, held.value?.value, arrivals, closed);
    if (!merged) continue;
    const write = await planThreadWrite(deps.vault, merged.thread, held.value?.rev ?? 0);
    if (!write.ok) return write;
    writes.push(write.value);
    for (const row of merged.found) found.add(row);
  }
  const settled = arrivals.filter(
    ({ row, kept }) => !found.has(row) && !kept.some(({ letter }) => unreadable.has(letter.thread)),
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
  const rows = [...before, ...now.map(({ row }) => row)];
  return new Map(rows.map((row) => [row.envelopeId, row]));
};

const listThreadIds = (arrivals: readonly Arrival[]): ReadonlySet<ThreadId> =>
  new Set(
    arrivals.flatMap(({ row, kept, problem }) => {
      if (problem?.type === "notSealedToUs") return row.thread ?? [];
      return kept.map(({ letter }) => letter.thread);
    }),
  );

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
