import { err, ok, type Result } from "#domain/result.ts";
import type { RegistryEntry } from "#domain/trust/registry.ts";
import type { EnlaceDatabase, RegistryPosition, RegistryRow } from "#storage/database.ts";

/** A page after its rows were verified; those that failed are not among them. */
export type RegistryPage = RegistryPosition & { readonly rows: readonly RegistryRow[] };

type SheetEntry = Extract<RegistryEntry, { type: "sheet" }>;

/** The first line that an endpoint gives has position 1. */
const positionOfLost = 0;

/** Verified lines, in the order in which the endpoint took them. */
export const listRegistry = async (database: EnlaceDatabase): Promise<RegistryEntry[]> =>
  (await database.registry.toArray())
    .toSorted((a, b) => a.position - b.position)
    .map(({ entry }) => entry);

/** How far this device has read; undefined before the first page. */
export const findRegistryPosition = async (
  database: EnlaceDatabase,
): Promise<RegistryPosition | undefined> => {
  const row = await database.singles.get("registry");
  if (row?.key !== "registry") return undefined;
  const { epoch, next, publishers } = row;
  return { epoch, next, publishers };
};

/**
 * S7: a page's lines and the position after it, or neither. A new epoch replaces the old one's lines,
 * but a revocation stays: a restored endpoint may not know it yet, and it is the publisher's word. What
 * was said of recovery sheets stays too, before all others until this epoch brings it: it is its desk's
 * word, and an older copy of the endpoint's store may know a sheet that was withdrawn since. Other
 * publishers replace all. Refused once no desk is left on this device.
 */
export const saveRegistryPage = (
  database: EnlaceDatabase,
  { rows, epoch, next, publishers }: RegistryPage,
): Promise<Result<void, { type: "deskNotEnrolled" }>> => {
  const { registry, singles, enrolments } = database;
  return database.transaction("rw", registry, singles, enrolments, async () => {
    const desks = await enrolments.filter(({ role }) => role === "desk").count();
    if (desks === 0) return err({ type: "deskNotEnrolled" as const });
    const found = await findRegistryPosition(database);
    const isSameEpoch = found?.epoch === epoch;
    const isSameTrust = found !== undefined && isSamePublishers(found.publishers, publishers);
    if (!isSameTrust) await registry.clear();
    else if (!isSameEpoch) {
      const isPassing = ({ entry }: RegistryRow): boolean =>
        entry.type === "grant" || entry.type === "device";
      await registry.filter(isPassing).delete();
      await registry
        .filter(({ entry }) => entry.type === "sheet")
        .modify({ position: positionOfLost });
    }
    await registry.bulkPut([...rows]);
    const reached = isSameTrust && isSameEpoch ? found.next : 0;
    await singles.put({ key: "registry", epoch, next: Math.max(next, reached), publishers });
    return ok(undefined);
  });
};

/** What was said of recovery sheets in an epoch before, and not yet in this one. */
export const listLostSheets = async (database: EnlaceDatabase): Promise<readonly SheetEntry[]> =>
  (await database.registry.toArray()).flatMap(({ position, entry }) =>
    entry.type === "sheet" && position === positionOfLost ? [entry] : [],
  );

/** Whether the same keys are trusted: else what was verified, or left out, says nothing any more. */
export const isSamePublishers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key) => b.includes(key));
