import type { RegistryEntry } from "#domain/registry.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase, RegistryPosition, RegistryRow } from "./database.ts";

/** A page after its rows were verified; those that failed are not among them. */
export type RegistryPage = RegistryPosition & { readonly rows: readonly RegistryRow[] };

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
 * but a revocation stays: a restored endpoint may not know it yet, and it is the publisher's word.
 * Other publishers replace all. Refused once no desk is left on this device.
 */
export const saveRegistryPage = (
  database: EnlaceDatabase,
  { rows, epoch, next, publishers }: RegistryPage,
): Promise<Result<void, { type: "deskNotEnrolled" }>> => {
  const { registry, singles, enrolments } = database;
  return database.transaction("rw", registry, singles, enrolments, async () => {
    const desks = await enrolments.filter(({ role }) => role === "desk").count();
    if (desks === 0) return err({ type: "deskNotEnrolled" as const });
    const held = await findRegistryPosition(database);
    const isSameEpoch = held?.epoch === epoch;
    const isSameTrust = held !== undefined && isSamePublishers(held.publishers, publishers);
    if (!isSameTrust) await registry.clear();
    else if (!isSameEpoch) {
      await registry.filter(({ entry }) => entry.type !== "revocation").delete();
    }
    await registry.bulkPut([...rows]);
    const reached = isSameTrust && isSameEpoch ? held.next : 0;
    await singles.put({ key: "registry", epoch, next: Math.max(next, reached), publishers });
    return ok(undefined);
  });
};

/** Whether the same keys are trusted: else what was verified, or left out, says nothing any more. */
export const isSamePublishers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key) => b.includes(key));
