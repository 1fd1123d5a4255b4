import { liveQuery } from "dexie";
import type { EnlaceDatabase } from "#storage/database.ts";
import { countUnopened } from "./arrivedCounts.ts";

/** Counts now, and again whenever what was counted changes; a failed count is no count. */
export const watchUnopened = (database: EnlaceDatabase, onCount: (count: number) => void): void => {
  liveQuery(() => countUnopened(database)).subscribe({ next: onCount, error: () => undefined });
};
