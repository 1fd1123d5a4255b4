import { listOutbox } from "#storage/outbox/outbox.ts";
import { pushOutbox } from "#sync/push/pushOutbox.ts";
import { isAnswering, releaseNotReached } from "#sync/push/releaseNotReached.ts";
import { findSyncDeps, openInWorker } from "./openInWorker.ts";
import type { WorkerScope } from "./workerScope.ts";

/**
 * Pushes what waits while no page is open, by the same rules and under the same lock. Rejects while
 * something still waits, so that the browser tries again.
 */
export const pushWaiting = (scope: WorkerScope): Promise<void> =>
  openInWorker(async (database) => {
    const deps = await findSyncDeps(database, scope);
    if (!deps) return;
    // The browser wakes us because there is a network: what waited for one is due.
    if (await isAnswering(deps.client)) await releaseNotReached(deps);
    await pushOutbox(deps);
    const waiting = (await listOutbox(database)).filter(({ state }) => state.type === "waiting");
    if (waiting.length > 0) throw new Error(`${waiting.length} still wait`);
  });
