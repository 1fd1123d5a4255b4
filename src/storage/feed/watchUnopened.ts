import { liveQuery } from "dexie";
import { countUnopened } from "./countUnopened.ts";
import type { EnlaceDatabase } from "./database.ts";

/** Counts now, and again whenever what was counted changes; a failed count is no count. */
export const watchUnopened = (database: EnlaceDatabase, onCount: (count: number) => void): void => {
  liveQuery(() => countUnopened(database)).subscribe({ next: onCount, error: () => undefined });
};
