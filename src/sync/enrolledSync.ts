import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listOutbox } from "#storage/outbox/outbox.ts";
import { releaseEntry } from "#storage/outbox/outboxStates.ts";
import { refreshDirectory } from "#sync/content/refreshDirectory.ts";
import { putSheetsAgain } from "#sync/device/publishSheet.ts";
import { pullFeed } from "#sync/pull/pullFeed.ts";
import { pullRegistry } from "#sync/pull/pullRegistry.ts";
import { takeRevocation } from "#sync/pull/takeRevocation.ts";
import { createPushLoop, type PushLoop } from "#sync/push/pushLoop.ts";
import type { PushDeps } from "#sync/push/pushOutbox.ts";
import type { RefreshReport } from "./useSync.ts";

export type EnrolledSync = PushLoop & {
  /** Makes one entry due, or all of them, and tries them. */
  readonly tryNow: (id: EnvelopeId | undefined) => Promise<void>;
  readonly refresh: () => Promise<RefreshReport>;
};

/** The part of the sync that needs a desk or something to send; kept out of the first chunk. */
export const createEnrolledSync = (
  deps: PushDeps,
  guard: (work: Promise<unknown>) => Promise<void>,
): EnrolledSync => {
  const loop = createPushLoop(deps, guard);
  return {
    ...loop,
    tryNow: async (id) => {
      const now = msToInstant(deps.clock());
      const entries = await listOutbox(deps.database);
      for (const { envelopeId } of entries) {
        if (id === undefined || id === envelopeId) {
          await releaseEntry(deps.database, envelopeId, now);
        }
      }
      await loop.push();
    },
    refresh: async () => {
      const [isRegistryFresh] = await Promise.all([pullAll(deps), refreshOrErase(deps)]);
      // In a new epoch, sent entries are due again (S12).
      await loop.push();
      return { isRegistryFresh };
    },
  };
};

/** Feeds first: the registry has a device before it can send anything, so it has every author. */
const pullAll = async (deps: PushDeps): Promise<boolean> => {
  for (const enrolment of await listEnrolments(deps.database)) {
    if (enrolment.role === "desk") await pullFeed(deps, enrolment);
  }
  const pulled = await pullRegistry(deps);
  if (pulled.ok) await putSheetsAgain(deps);
  return pulled.ok;
};

const refreshOrErase = async (deps: PushDeps): Promise<void> => {
  const refreshed = await refreshDirectory(deps);
  if (!refreshed.ok) await takeRevocation(deps, refreshed.error);
};
