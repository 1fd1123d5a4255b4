import { type ArrivedEnvelope, listHandovers } from "./arrived.ts";
import type { EnlaceDatabase, SentRow } from "./database.ts";
import { listSent } from "./sent.ts";

/** By which one can tell what the desk's other devices have. */
export type HandOverRows = {
  readonly sent: readonly SentRow[];
  readonly handovers: readonly ArrivedEnvelope[];
};

export const listHandOverRows = (database: EnlaceDatabase): Promise<HandOverRows> =>
  database.transaction("r", database.sent, database.arrived, async () => ({
    sent: await listSent(database),
    handovers: await listHandovers(database),
  }));
