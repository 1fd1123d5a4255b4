import { type ReadableDirectory, toLockedDirectory } from "#domain/directory/readableDirectory.ts";
import type { EditionRow, EnlaceDatabase, PrivateRow } from "#storage/database.ts";
import { type PrivateWrite, writePrivates } from "#storage/privates/privates.ts";
import type { LiveQuery } from "#storage/useLive.ts";

/** Where the private part of the held edition lies. */
export const privatePartKey = { kind: "directory", id: "held" } as const;

/** What becomes of the private part that is held. */
export type PrivatePartChange =
  | { readonly type: "replace"; readonly row: PrivateWrite["row"] }
  | { readonly type: "keep" }
  | { readonly type: "remove" };

/**
 * Replaces the held edition, and with it what is held of its private part; `domain/directory/edition.ts`
 * has decided before. Throws where there is no lock record to write a private part under.
 */
export const saveEdition = (
  database: EnlaceDatabase,
  row: Omit<EditionRow, "key">,
  privatePart: PrivatePartChange,
): Promise<void> =>
  database.transaction("rw", [database.editions, database.privates, database.singles], async () => {
    await database.editions.put({ ...row, key: "held" });
    const found = await findPrivatePart(database);
    if (privatePart.type === "replace") {
      const write = { row: privatePart.row, expectedRev: found?.rev ?? 0 };
      await writePrivates(database, [write], []);
    }
    if (privatePart.type === "remove") await writePrivates(database, [], [privatePartKey]);
  });

export const findEdition = (database: EnlaceDatabase): Promise<EditionRow | undefined> =>
  database.editions.get("held");

/** Undefined if the held edition has none, or if it could not be sealed. */
export const findPrivatePart = (database: EnlaceDatabase): Promise<PrivateRow | undefined> =>
  database.privates.get([privatePartKey.kind, privatePartKey.id]);

/** True if contacts of the held edition are not on this device: they have to be fetched again. */
export const isPrivatePartMissing = async (database: EnlaceDatabase): Promise<boolean> =>
  (await findEdition(database))?.closedMissing ?? false;

/** Inside a transaction over `editions`: the private part went, with all that is private. */
export const notePrivatePartGone = async ({ editions }: EnlaceDatabase): Promise<void> => {
  const found = await editions.get("held");
  if (found) await editions.put({ ...found, closedMissing: found.closedCounts.length > 0 });
};

/** What every screen with contacts reads, and all that a locked device has of them. */
export const directoryQuery: LiveQuery<ReadableDirectory | undefined> = {
  key: "directory",
  read: async (database) => {
    const found = await findEdition(database);
    return found && toLockedDirectory(found);
  },
};
