import type { EnlaceDatabase, SentRow } from "#storage/database.ts";
import { type ArrivedEnvelope, listHandovers } from "#storage/feed/arrived.ts";
import { listSent } from "#storage/outbox/sent.ts";

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
