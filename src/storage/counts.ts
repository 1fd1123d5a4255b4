import type { EnlaceDatabase } from "./database.ts";

/** Envelopes that the endpoint is not known to hold. */
export const countWaiting = (database: EnlaceDatabase): Promise<number> => database.outbox.count();

/** Envelopes that arrived and that nobody has tried to open. */
export const countSealed = (database: EnlaceDatabase): Promise<number> =>
  database.arrived.where("state").equals("sealed").count();
