import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { DeviceKeys } from "#domain/trust/registry.ts";
import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  enrolDevice as enrolDeviceCall,
} from "#protocol/enrolment.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { refreshDirectory } from "#sync/content/refreshDirectory.ts";
import { createEndpointClient, type EndpointClient } from "#sync/endpoint/endpointClient.ts";
import type { PushDeps } from "#sync/push/pushOutbox.ts";
import type { EnrolledSync } from "./enrolledSync.ts";
import type { EnrolError, RefreshReport, Sync } from "./useSync.ts";

type SyncDeps = Omit<PushDeps, "client"> & {
  readonly lasting: boolean;
  readonly endpointUrl: string | null;
  /** The boundary of this program: called with every unexpected error. */
  readonly onFailure: (cause: unknown) => void;
  /** If the browser has Background Sync: wakes the worker after this page is gone. */
  readonly askBackgroundSync: () => Promise<void>;
};

type RunningSync = {
  readonly sync: Sync;
  /** Starts the first look; before that, nothing is sent. */
  readonly start: () => void;
  readonly stop: () => void;
};

const nothingFresh: RefreshReport = { isRegistryFresh: false };

/**
 * The sync of one page (S9). It sends at the start, after queueing, on `online`, when the page becomes
 * visible, and when something is due. Without an endpoint it refuses every call that needs one.
 */
export const createSync = (deps: SyncDeps): RunningSync => {
  const { endpointUrl } = deps;
  if (endpointUrl === null) {
    const nothing = (): void => undefined;
    return { sync: createOfflineSync(deps), start: nothing, stop: nothing };
  }
  return createOnlineSync(deps, endpointUrl);
};

const createOnlineSync = (deps: SyncDeps, endpointUrl: string): RunningSync => {
  const stopped = new AbortController();
  const guard = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (cause) {
      if (!stopped.signal.aborted) deps.onFailure(cause);
    }
  };
  const client = createEndpointClient(endpointUrl);
  const enrolled = createEnrolledLoader({ ...deps, client }, guard);
  const refresh = async (): Promise<RefreshReport> => {
    const running = await enrolled.loadIfNeeded();
    if (running) return running.refresh();
    await refreshDirectory({ ...deps, client });
    return nothingFresh;
  };
  const checkEndpoint = async (): Promise<void> => {
    const running = await enrolled.loadIfNeeded();
    running?.forget();
    await running?.checkEndpoint();
  };
  const wake = (): void => {
    if (document.visibilityState !== "visible") return;
    void guard(checkEndpoint());
    void guard(refresh());
  };
  const sync = createApi({ deps, endpointUrl, client, enrolled, guard, refresh });
  return {
    sync,
    start: () => {
      window.addEventListener("online", wake, { signal: stopped.signal });
      document.addEventListener("visibilitychange", wake, { signal: stopped.signal });
      wake();
    },
    stop: () => {
      stopped.abort();
      enrolled.stop();
    },
  };
};

type ApiParts = {
  readonly deps: SyncDeps;
  readonly endpointUrl: string;
  readonly client: EndpointClient;
  readonly enrolled: ReturnType<typeof createEnrolledLoader>;
  readonly guard: (work: Promise<unknown>) => Promise<void>;
  readonly refresh: () => Promise<RefreshReport>;
};

/** The screens' side of the sync, with an endpoint. */
const createApi = ({ deps, endpointUrl, client, enrolled, guard, refresh }: ApiParts): Sync => {
  const push = async (): Promise<void> => (await enrolled.load()).push();
  return {
    endpointUrl,
    publishers: deps.publishers,
    pushSoon: () => void guard(Promise.all([push(), deps.askBackgroundSync()])),
    tryNow: (id) => guard(enrolled.load().then((running) => running.tryNow(id))),
    enrol: async (request) =>
      deps.lasting ? enrolDevice(client, request) : err({ type: "queueNeedsStorage" }),
    findNoticeOffer: async () =>
      (await import("#sync/device/subscribeDevice.ts")).findNoticeOffer({ client }),
    subscribe: async (enrolment, request) => {
      const { subscribeDevice } = await import("#sync/device/subscribeDevice.ts");
      return subscribeDevice({ ...deps, client }, enrolment, request);
    },
    publishSheet: async (enrolment, signed) => {
      const { publishSheet } = await import("#sync/device/publishSheet.ts");
      return publishSheet({ ...deps, client }, enrolment, signed);
    },
    refresh: async () => {
      let report = nothingFresh;
      await guard(
        refresh().then((found) => {
          report = found;
        }),
      );
      return report;
    },
  };
};

/** The screens' side of the sync, if `config.json` names no endpoint. */
const createOfflineSync = ({ publishers }: SyncDeps): Sync => ({
  endpointUrl: null,
  publishers,
  pushSoon: () => undefined,
  tryNow: () => Promise.resolve(),
  enrol: () => Promise.resolve(err({ type: "noEndpoint" })),
  findNoticeOffer: () => Promise.resolve(err({ type: "noEndpoint" })),
  subscribe: () => Promise.resolve(err({ type: "noEndpoint" })),
  publishSheet: () => Promise.resolve(err({ type: "noEndpoint" })),
  refresh: () => Promise.resolve(nothingFresh),
});

/** Loads the rest of the sync once this device has a desk or an envelope: most first visits do not. */
const createEnrolledLoader = (deps: PushDeps, guard: (work: Promise<unknown>) => Promise<void>) => {
  let running: EnrolledSync | undefined;
  let isStopped = false;
  const load = async (): Promise<EnrolledSync> => {
    const { createEnrolledSync } = await import("./enrolledSync.ts");
    running ??= createEnrolledSync(deps, guard);
    if (isStopped) running.stop();
    return running;
  };
  return {
    load,
    loadIfNeeded: async () => ((await hasDeskOrEnvelope(deps.database)) ? load() : running),
    stop: () => {
      isStopped = true;
      running?.stop();
    },
  };
};

const hasDeskOrEnvelope = async ({ enrolments, outbox }: EnlaceDatabase): Promise<boolean> =>
  (await enrolments.count()) > 0 || (await outbox.count()) > 0;

/**
 * Sends a request that `sealing` has prepared and saved, so that the same one can be sent again if its
 * answer is lost. Saves nothing itself.
 */
export const enrolDevice = async (
  client: EndpointClient,
  request: EnrolmentRequest,
): Promise<Result<EnrolmentAnswer, EnrolError>> => {
  const answer = await client.call(enrolDeviceCall, { request });
  if (!answer.ok) return err(answer.error.type === "refused" ? answer.error.error : answer.error);
  if (answer.value.type === "notModified" || !isFor(request, answer.value.value)) {
    return err({ type: "notOurEndpoint", httpStatus: 200 });
  }
  return ok(answer.value.value);
};

const isFor = ({ keys }: EnrolmentRequest, { device }: EnrolmentAnswer): boolean =>
  parseJson(keys.content, DeviceKeys)?.device === device;
