import { err, ok, type Result } from "#domain/result.ts";
import type { RegistryEntry } from "#domain/trust/registry.ts";
import type { EnlaceDatabase, RegistryPosition, RegistryRow } from "#storage/database.ts";

/** A registry page after verification; rows that failed are left out. */
export type RegistryPage = RegistryPosition & { readonly rows: readonly RegistryRow[] };

type SheetEntry = Extract<RegistryEntry, { type: "sheet" }>;

/** The position of an entry from an earlier epoch: an endpoint's own positions start at 1. */
const positionOfLost = 0;

/** Lists verified entries, in the order in which the endpoint received them. */
export const listRegistry = async (database: EnlaceDatabase): Promise<RegistryEntry[]> =>
  (await database.registry.toArray())
    .toSorted((a, b) => a.position - b.position)
    .map(({ entry }) => entry);

/** Finds how far this device has read; undefined before the first page. */
export const findRegistryPosition = async (
  database: EnlaceDatabase,
): Promise<RegistryPosition | undefined> => {
  const row = await database.singles.get("registry");
  if (row?.key !== "registry") return undefined;
  const { epoch, next, publishers } = row;
  return { epoch, next, publishers };
};

/**
 * S7: saves a page's entries and the position after it, or neither. A new epoch replaces the old
 * one's entries, except revocations: a restored endpoint may not know them yet, and the publisher
 * signed them. Entries about recovery sheets stay too, before all others until the new epoch
 * includes them: their desk signed them, and an older copy of the endpoint's store may still list a
 * sheet that was withdrawn since. A change of publishers replaces all. Refused once no desk is left
 * on this device.
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

/** Lists entries about recovery sheets from an earlier epoch that are not in this one yet. */
export const listLostSheets = async (database: EnlaceDatabase): Promise<readonly SheetEntry[]> =>
  (await database.registry.toArray()).flatMap(({ position, entry }) =>
    entry.type === "sheet" && position === positionOfLost ? [entry] : [],
  );

/** Tells whether both lists trust the same keys; if not, old verifications are void. */
export const isSamePublishers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key) => b.includes(key));
