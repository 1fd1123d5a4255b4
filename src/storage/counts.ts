import type { EnlaceDatabase } from "./database.ts";

/** Counts the envelopes that the endpoint is not known to hold. */
export const countWaiting = (database: EnlaceDatabase): Promise<number> => database.outbox.count();

/** Counts the arrived envelopes that nobody has tried to open. */
export const countSealed = (database: EnlaceDatabase): Promise<number> =>
  database.arrived.where("state").equals("sealed").count();
