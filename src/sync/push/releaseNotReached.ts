import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { msToInstant } from "#domain/instant.ts";
import { HealthAnswer } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import { listOutbox } from "#storage/outbox/outbox.ts";
import { releaseEntry } from "#storage/outbox/outboxStates.ts";
import type { EndpointClient } from "#sync/endpoint/endpointClient.ts";
import type { PushDeps } from "./pushOutbox.ts";

/** Makes due what waits only because nothing of ours answered (S9); the caller has seen it answer. */
export const releaseNotReached = async ({
  database,
  clock,
}: Pick<PushDeps, "database" | "clock">): Promise<void> => {
  for (const entry of (await listOutbox(database)).filter(waitsForEndpoint)) {
    await releaseEntry(database, entry.envelopeId, msToInstant(clock()));
  }
};

/** Whether the endpoint itself answers now. */
export const isAnswering = async (client: EndpointClient): Promise<boolean> =>
  (await client.call({ method: "GET", path: paths.health, schema: HealthAnswer })).ok;

/** Not refused and not asked to wait: nothing of ours was there to answer. */
export const waitsForEndpoint = ({ state }: OutboxEntry): boolean =>
  state.type === "waiting" &&
  (state.failure.type === "notReached" || state.failure.type === "notOurEndpoint");
