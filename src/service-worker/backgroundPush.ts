import { listOutbox } from "#storage/outbox/outbox.ts";
import { isAnswering, pushOutbox, releaseNotReached } from "#sync/push/pushOutbox.ts";
import type { BackgroundWork } from "./importBackground.ts";
import { findSyncDeps, openInWorker, type WorkerScope } from "./openInWorker.ts";
import { renewPush } from "./renewPush.ts";
import { tellWaiting } from "./tellWaiting.ts";

declare const self: ServiceWorkerGlobalScope & { background?: BackgroundWork };

/**
 * Sends waiting envelopes while no page is open, by the same rules and under the same lock. Rejects
 * if any still wait, so that the browser tries again.
 */
const pushWaiting = (scope: WorkerScope): Promise<void> =>
  openInWorker(async (database) => {
    const deps = await findSyncDeps(database, scope);
    if (!deps) return;
    // The browser wakes the worker because it is online: entries that waited for that are due.
    if (await isAnswering(deps.client)) await releaseNotReached(deps);
    await pushOutbox(deps);
    const waiting = (await listOutbox(database)).filter(({ state }) => state.type === "waiting");
    if (waiting.length > 0) throw new Error(`${waiting.length} still wait`);
  });

// Everything that needs storage or the endpoint is in this separate script: see
// `importBackground.ts`.
self.background = {
  pushWaiting: () => pushWaiting(self),
  tellWaiting: () => tellWaiting(self),
  renewPush: (given) => renewPush(self, given),
};
