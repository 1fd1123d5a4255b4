import type { EnlaceDatabase } from "./database.ts";

/** Envelopes that the endpoint is not known to hold. */
export const countWaiting = (database: EnlaceDatabase): Promise<number> => database.outbox.count();
