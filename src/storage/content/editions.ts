import { type ReadableDirectory, toLockedDirectory } from "#domain/directory/readableDirectory.ts";
import type { EditionRow, EnlaceDatabase, PrivateRow } from "#storage/database.ts";
import { type PrivateWrite, writePrivates } from "#storage/privates/privates.ts";
import type { LiveQuery } from "#storage/useLive.ts";

/** The key of the saved edition's private part. */
export const privatePartKey = { kind: "directory", id: "held" } as const;

/** The change to the saved private part. */
export type PrivatePartChange =
  | { readonly type: "replace"; readonly row: PrivateWrite["row"] }
  | { readonly type: "keep" }
  | { readonly type: "remove" };

/**
 * Replaces the saved edition, and changes its private part; `domain/directory/edition.ts` has
 * decided that beforehand. Throws if there is no lock record to write a private part under.
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

/** Finds the private part; undefined if the saved edition has none, or it could not be sealed. */
export const findPrivatePart = (database: EnlaceDatabase): Promise<PrivateRow | undefined> =>
  database.privates.get([privatePartKey.kind, privatePartKey.id]);

/** Returns true if the saved edition's private contacts have to be fetched again. */
export const isPrivatePartMissing = async (database: EnlaceDatabase): Promise<boolean> =>
  (await findEdition(database))?.closedMissing ?? false;

/**
 * Notes that the private part was erased with all private data. Call it inside a transaction over
 * `editions`.
 */
export const notePrivatePartGone = async ({ editions }: EnlaceDatabase): Promise<void> => {
  const found = await editions.get("held");
  if (found) await editions.put({ ...found, closedMissing: found.closedCounts.length > 0 });
};

/** Reads the directory for every screen with contacts; a locked device has nothing more of it. */
export const directoryQuery: LiveQuery<ReadableDirectory | undefined> = {
  key: "directory",
  read: async (database) => {
    const found = await findEdition(database);
    return found && toLockedDirectory(found);
  },
};
