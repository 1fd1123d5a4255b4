import { msToInstant } from "#domain/instant.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { openDatabase } from "#storage/openDatabase.ts";
import type { BrowserSubscription, PushSubscriber } from "#sync/device/subscribePush.ts";
import { createEndpointClient } from "#sync/endpoint/endpointClient.ts";
import { configToEndpointUrl, findConfig } from "#sync/endpoint/loadConfig.ts";
import type { PushDeps } from "#sync/push/pushOutbox.ts";

/** Opens this device's database while `work` runs. Throws if it can't be opened. */
export const openInWorker = async <T>(
  work: (database: EnlaceDatabase) => Promise<T>,
): Promise<T> => {
  const open = await openDatabase({
    now: msToInstant(Date.now()),
    newId: () => crypto.randomUUID(),
    onBlocked: () => undefined,
    onClosed: () => undefined,
  });
  if (!open.ok) throw new Error(open.error.type);
  const { database } = open.value;
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

/** Finds the dependencies for talking to the endpoint; undefined if `config.json` names none. */
export const findSyncDeps = async (
  database: EnlaceDatabase,
  { registration }: WorkerScope,
): Promise<PushDeps | undefined> => {
  const config = await findConfig(database);
  const endpointUrl = config && configToEndpointUrl(config, registration.scope);
  if (!endpointUrl) return undefined;
  return {
    database,
    client: createEndpointClient(endpointUrl),
    publishers: config.publishers,
    privatePartSealer: null,
    clock: () => Date.now(),
    random: Math.random,
    // No page is open to be notified; the next one finds no desk, and no lock to open.
    onRevoked: () => undefined,
  };
};

/** The parts of its worker that the background work needs. */
export type WorkerScope = {
  readonly registration: {
    readonly scope: string;
    showNotification(title: string, options: object): Promise<void>;
    /** Not every browser supports push. */
    readonly pushManager?: PushSubscriber & {
      getSubscription(): Promise<BrowserSubscription | null>;
    };
  };
  readonly Notification?: { readonly permission: string };
  readonly clients: {
    matchAll(options: { readonly type: "window" }): Promise<readonly WorkerWindow[]>;
    openWindow(url: URL): Promise<unknown>;
  };
  /** Not every browser supports badges. */
  readonly navigator: { readonly setAppBadge?: (count?: number) => Promise<void> };
};

type WorkerWindow = {
  readonly url: string;
  readonly visibilityState: string;
  postMessage(message: object): void;
  focus(): Promise<unknown>;
};
