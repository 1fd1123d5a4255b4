import { msToInstant } from "#domain/instant.ts";
import { err } from "#domain/result.ts";
import { listEnrolments } from "#storage/enrolments.ts";
import { listOutbox, releaseEntry } from "#storage/outbox.ts";
import { createPushLoop, type PushLoop } from "./createPushLoop.ts";
import { createEndpointClient, type EndpointClient } from "./endpointClient.ts";
import { enrolDevice } from "./enrolDevice.ts";
import { pullFeed } from "./pullFeed.ts";
import { type QueueDeps, queueInquiry } from "./queueInquiry.ts";
import { refreshDirectory } from "./refreshDirectory.ts";
import { takeBack } from "./takeBack.ts";
import type { Sync } from "./useSync.ts";

export type SyncDeps = QueueDeps & {
  /** In [0, 1). */
  readonly chance: () => number;
  /** What nobody expected, caught here once: the boundary of this program. */
  readonly onFailure: (cause: unknown) => void;
  /** Where the browser has Background Sync: wakes the worker once this page is gone. */
  readonly askBackgroundSync: () => Promise<void>;
};

export type RunningSync = {
  readonly sync: Sync;
  /** The first look; nothing is asked of the network before it. */
  readonly start: () => void;
  readonly stop: () => void;
};

/**
 * The sync of one page (S9): tries on queueing, on `online`, on becoming visible, at start,
 * and when something is due. Without an endpoint it refuses what needs one, and nothing else.
 */
export const createSync = (deps: SyncDeps): RunningSync => {
  const stopped = new AbortController();
  const guard = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (cause) {
      if (!stopped.signal.aborted) deps.onFailure(cause);
    }
  };
  if (deps.endpointUrl === null) {
    const nothing = (): void => undefined;
    return { sync: createOfflineSync(deps), start: nothing, stop: nothing };
  }

  const client = createEndpointClient(deps.endpointUrl);
  const loop = createPushLoop({ ...deps, client }, guard);
  const wake = (): void => {
    if (document.visibilityState !== "visible") return;
    loop.forget();
    void guard(loop.look());
    void guard(refresh(deps, client));
  };
  return {
    sync: createOnlineSync(deps, client, loop, guard),
    start: () => {
      window.addEventListener("online", wake, { signal: stopped.signal });
      document.addEventListener("visibilitychange", wake, { signal: stopped.signal });
      wake();
    },
    stop: () => {
      stopped.abort();
      loop.stop();
    },
  };
};

const createOnlineSync = (
  deps: SyncDeps,
  client: EndpointClient,
  loop: PushLoop,
  guard: (work: Promise<unknown>) => Promise<void>,
): Sync => ({
  endpointUrl: deps.endpointUrl,
  queueInquiry: async (id, content) => {
    const queued = await queueInquiry(deps, id, content);
    if (queued.ok) void guard(Promise.all([loop.push(), deps.askBackgroundSync()]));
    return queued;
  },
  takeBack: async (id) => {
    const taken = await takeBack(deps, id);
    if (taken.ok) void guard(loop.push());
    return taken;
  },
  tryNow: async (id) => {
    const now = msToInstant(deps.clock());
    const entries = await listOutbox(deps.database);
    for (const { envelopeId } of entries) {
      if (id === undefined || id === envelopeId) await releaseEntry(deps.database, envelopeId, now);
    }
    await guard(loop.push());
  },
  enrol: async (typedCode) => {
    if (!deps.lasting) return err({ type: "queueNeedsStorage" });
    const enrolled = await enrolDevice({ ...deps, client }, typedCode);
    if (enrolled.ok) void guard(Promise.all([loop.push(), refresh(deps, client)]));
    return enrolled;
  },
  refresh: () => guard(refresh(deps, client)),
});

/** What remains where `config.json` names no endpoint. */
const createOfflineSync = (deps: SyncDeps): Sync => ({
  endpointUrl: null,
  queueInquiry: (id, content) => queueInquiry(deps, id, content),
  takeBack: (id) => takeBack(deps, id),
  tryNow: () => Promise.resolve(),
  enrol: () => Promise.resolve(err({ type: "noEndpoint" })),
  refresh: () => Promise.resolve(),
});

const refresh = async (deps: SyncDeps, client: EndpointClient): Promise<void> => {
  await refreshDirectory({ ...deps, client });
  for (const enrolment of await listEnrolments(deps.database)) {
    if (enrolment.role === "desk") await pullFeed({ database: deps.database, client }, enrolment);
  }
};
