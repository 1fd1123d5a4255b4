import { err, ok, type Result } from "#domain/result.ts";
import { listKnownDevices } from "#sealing/outgoing/sealLetter.ts";
import { listIdentities } from "#sealing/records/identities.ts";
import { retryChanged } from "#sealing/records/privateRecords.ts";
import type { RowUnreadable, VaultLocked } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import {
  type ArrivedEnvelope,
  listSealed,
  listTroubled,
  saveOpened,
} from "#storage/feed/arrived.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { withWebLock } from "#storage/withWebLock.ts";
import { type ReadingKeys, readArrival } from "./openArrival.ts";
import { type Arrival, type ArrivalPlan, planArrivals } from "./planArrivals.ts";

export type OpenedCount = {
  readonly letters: number;
  readonly problems: number;
  /** Still sealed: their authors are not known yet, or their thread's row can't be read. */
  readonly left: number;
};

export type OpenArrivalsError =
  | StorageError
  | VaultLocked
  | RowUnreadable
  /** Other tabs wrote the same rows again and again. */
  | { readonly type: "privateChanged" };

export type OpenArrivalsOptions = {
  /** True if the registry was just read: only then is an unknown author a problem. */
  readonly isRegistryFresh: boolean;
};

/** Envelopes per transaction, so that progress on a feed of thousands is saved in steps. */
const batchSize = 20;

/**
 * Opens all arrivals that are still sealed, verifies each, and adds it to its thread or marks it
 * with its problem. Only one opener runs per device, however many tabs are open.
 */
export const openArrivals = (
  deps: PrivateDeps,
  options: OpenArrivalsOptions,
): Promise<Result<OpenedCount, OpenArrivalsError>> =>
  withWebLock("enlace-open", async () => {
    const rows = await tryStorage(() => listToOpen(deps.database));
    if (!rows.ok) return rows;
    const keys = await listKeys(deps);
    if (!keys.ok) return keys;
    let count: OpenedCount = { letters: 0, problems: 0, left: 0 };
    for (let at = 0; at < rows.value.length; at += batchSize) {
      const batch = rows.value.slice(at, at + batchSize);
      const saved = await openBatch(deps, batch, { ...keys.value, ...options });
      if (!saved.ok) return saved;
      count = addCounts(count, saved.value);
    }
    return ok(count);
  });

/** Lists sealed arrivals, and those whose unknown author may be known by now. */
const listToOpen = async (database: EnlaceDatabase): Promise<readonly ArrivedEnvelope[]> => {
  const troubled = await listTroubled(database);
  const unknown = troubled.filter(({ problem }) => problem?.type === "authorUnknown");
  return [...unknown, ...(await listSealed(database))];
};

type Keys = Omit<ReadingKeys, "isRegistryFresh">;

/** Fails if an identity can't be read: its letters must not be reported as others'. */
const listKeys = async (deps: PrivateDeps): Promise<Result<Keys, OpenArrivalsError>> => {
  const devices = await listKnownDevices(deps.database);
  if (!devices.ok) return devices;
  const listed = await listIdentities(deps);
  if (!listed.ok) return listed;
  const [unreadable] = listed.value.unreadable;
  if (unreadable) return err(unreadable);
  const identities = listed.value.kept.map(({ value }) => value);
  return ok({ devices: devices.value, opening: { type: "devices", identities } });
};

const openBatch = async (
  deps: PrivateDeps,
  rows: readonly ArrivedEnvelope[],
  keys: ReadingKeys,
): Promise<Result<OpenedCount, OpenArrivalsError>> => {
  const arrivals: Arrival[] = [];
  let left = 0;
  for (const row of rows) {
    const arrival = await readArrival(row, keys);
    if (!arrival) left += 1;
    // A known problem that remains is neither counted nor written again.
    else if (arrival.problem === null || row.state === "sealed") arrivals.push(arrival);
  }
  const saved = await saveArrivals(deps, arrivals);
  return saved.ok ? ok(addCounts(saved.value, { letters: 0, problems: 0, left })) : saved;
};

const addCounts = (a: OpenedCount, b: OpenedCount): OpenedCount => ({
  letters: a.letters + b.letters,
  problems: a.problems + b.problems,
  left: a.left + b.left,
});

/** Saves threads and marks in one transaction; retries if another tab has written meanwhile. */
export const saveArrivals = (
  deps: PrivateDeps,
  arrivals: readonly Arrival[],
): Promise<Result<OpenedCount, OpenArrivalsError>> =>
  retryChanged<OpenedCount, OpenArrivalsError>(async () => {
    const troubled = await tryStorage(() => listTroubled(deps.database));
    if (!troubled.ok) return troubled;
    const plan = await planArrivals(deps, arrivals, troubled.value);
    if (!plan.ok) return plan;
    const { marks, writes } = plan.value;
    const saved = await tryStorage(() => saveOpened(deps.database, marks, writes));
    if (!saved.ok) return saved;
    return saved.value.ok ? ok(countMarks(arrivals, plan.value)) : saved.value;
  });

const countMarks = (arrivals: readonly Arrival[], { marks }: ArrivalPlan): OpenedCount => {
  const problems = marks.filter(({ state }) => state === "problem").length;
  const places = new Set(marks.map(({ desk, position }) => `${desk} ${position}`));
  const marked = arrivals.filter(({ row }) => places.has(`${row.desk} ${row.position}`)).length;
  return { letters: marked - problems, problems, left: arrivals.length - marked };
};
