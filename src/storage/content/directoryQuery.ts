import { type ReadableDirectory, toLockedDirectory } from "#domain/directory/readableDirectory.ts";
import type { LiveQuery } from "#storage/primeLive.ts";
import { findEdition } from "./editions.ts";

/** What every screen with contacts reads, and all that a locked device has of them. */
export const directoryQuery: LiveQuery<ReadableDirectory | undefined> = {
  key: "directory",
  read: async (database) => {
    const held = await findEdition(database);
    return held && toLockedDirectory(held);
  },
};
