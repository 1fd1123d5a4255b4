import { msToInstant } from "#domain/instant.ts";
import { openDatabase } from "#storage/openDatabase.ts";
import { listOutbox } from "#storage/outbox.ts";
import { createEndpointClient } from "#sync/endpointClient.ts";
import { configToEndpointUrl, findConfig } from "#sync/loadConfig.ts";
import { pushOutbox } from "#sync/pushOutbox.ts";
import { isAnswering, releaseNotReached } from "#sync/releaseNotReached.ts";

declare const self: ServiceWorkerGlobalScope & { pushFromWorker?: () => Promise<void> };

/**
 * Pushes what waits while no page is open, by the same rules and under the same lock. Rejects while
 * something still waits, so that the browser tries again.
 */
self.pushFromWorker = async () => {
  const open = await openDatabase({
    now: msToInstant(Date.now()),
    newId: () => crypto.randomUUID(),
    onBlocked: () => undefined,
    onClosed: () => undefined,
  });
  if (!open.ok) throw new Error(open.error.type);
  const { database } = open.value;
  try {
    const config = await findConfig(database);
    const endpointUrl = config && configToEndpointUrl(config, self.registration.scope);
    if (!endpointUrl) return;
    const client = createEndpointClient(endpointUrl);
    const deps = {
      database,
      client,
      publishers: config.publishers,
      clock: () => Date.now(),
      chance: Math.random,
      // No page is there to be told; the next one finds no desk, and no lock to open.
      onRevoked: () => undefined,
    };
    // The browser wakes us because there is a network: what waited for one is due.
    if (await isAnswering(client)) await releaseNotReached(deps);
    await pushOutbox(deps);
    const waiting = (await listOutbox(database)).filter(({ state }) => state.type === "waiting");
    if (waiting.length > 0) throw new Error(`${waiting.length} still wait`);
  } finally {
    database.close();
  }
};
