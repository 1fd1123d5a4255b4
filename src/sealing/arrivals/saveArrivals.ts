import { err, ok, type Result } from "#domain/result.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { listTroubled, saveOpened } from "#storage/feed/arrived.ts";
import { tryStorage } from "#storage/storageError.ts";
import type { Arrival } from "./mergeArrivals.ts";
import type { OpenArrivalsError, OpenedCount } from "./openArrivals.ts";
import { type ArrivalPlan, planArrivals } from "./planArrivals.ts";

/** Other tabs write to the same threads now and then; not as often as this. */
const mostTries = 8;

/** Threads and marks in one transaction; read anew and merged again when another tab was in between. */
export const saveArrivals = async (
  deps: PrivateDeps,
  arrivals: readonly Arrival[],
): Promise<Result<OpenedCount, OpenArrivalsError>> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const troubled = await tryStorage(() => listTroubled(deps.database));
    if (!troubled.ok) return troubled;
    const plan = await planArrivals(deps, arrivals, troubled.value);
    if (!plan.ok) return plan;
    const { marks, writes } = plan.value;
    const saved = await tryStorage(() => saveOpened(deps.database, marks, writes));
    if (!saved.ok) return saved;
    if (saved.value.ok) return ok(countMarks(arrivals, plan.value));
  }
  return err({ type: "privateChanged" });
};

const countMarks = (arrivals: readonly Arrival[], { marks }: ArrivalPlan): OpenedCount => {
  const problems = marks.filter(({ state }) => state === "problem").length;
  const places = new Set(marks.map(({ desk, position }) => `${desk} ${position}`));
  const marked = arrivals.filter(({ row }) => places.has(`${row.desk} ${row.position}`)).length;
  return { letters: marked - problems, problems, left: arrivals.length - marked };
};
