import { type ReadableDirectory, toLockedDirectory } from "#domain/directory/readableDirectory.ts";
import { findEdition } from "./editions.ts";
import type { LiveQuery } from "./primeLive.ts";

/** What every screen with contacts reads, and all that a locked device has of them. */
export const directoryQuery: LiveQuery<ReadableDirectory | undefined> = {
  key: "directory",
  read: async (database) => {
    const held = await findEdition(database);
    return held && toLockedDirectory(held);
  },
};
