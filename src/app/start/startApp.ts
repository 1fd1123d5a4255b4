import { type AppNewsStore, createAppNewsStore } from "#app/news/appNews.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { createPrivatePartSealer } from "#sealing/vault/createPrivatePartSealer.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { createVault } from "#sealing/vault/vault.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { loadMemoryDatabase } from "#storage/memoryDatabase.ts";
import { type OpenDatabase, openDatabase } from "#storage/openDatabase.ts";
import type { StorageError } from "#storage/storageError.ts";
import { createSync } from "#sync/createSync.ts";
import { type AppConfig, configToEndpointUrl, loadConfig } from "#sync/endpoint/loadConfig.ts";
import type { Sync } from "#sync/useSync.ts";
import { keepStorageWatch } from "./keepStorageWatch.ts";

export type StartedApp = {
  readonly open: OpenDatabase;
  readonly sync: Sync;
  /** The dependencies for opening and sealing on this page. */
  readonly sealing: SealingDeps;
  /** Starts the first sync, once the first screen is shown. */
  readonly start: () => void;
  /** Ends the sync: after erasing there is nothing left to push or pull. */
  readonly stop: () => void;
  readonly news: AppNewsStore;
  /** The folder of `index.html`, with a slash at its end. */
  readonly baseUrl: string;
};

type StartOptions = {
  /** Reads the content of the first screen, as soon as anything can be read. */
  readonly prime: (database: EnlaceDatabase) => Promise<void>;
  /** Called when another tab, or a slow phone, keeps the storage from opening. */
  readonly onHeldUp: (error: StorageError) => void;
  readonly onLocked: () => void;
};

/** Opens this device's storage, and creates the sync over it. */
export const startApp = async ({
  prime,
  onHeldUp,
  onLocked,
}: StartOptions): Promise<Result<StartedApp, StorageError>> => {
  const baseUrl = new URL(".", location.href).href;
  const news = createAppNewsStore();
  const clock = (): number => Date.now();
  const newId = (): string => crypto.randomUUID();
  let reading: Promise<readonly [AppConfig | null, void]> = Promise.resolve([null, undefined]);
  let handleClosed = (_: StorageError): void => undefined;
  const open = await openOrTell(onHeldUp, {
    now: msToInstant(clock()),
    newId,
    loadMemory: loadMemoryDatabase,
    onOpen: (database) => {
      reading = Promise.all([loadConfig(database, baseUrl), prime(database)]);
    },
    onClosed: (error) => handleClosed(error),
  });
  if (!open.ok) return err(open.error);
  const { database, lasting } = open.value;
  const vault = createVault({ database, clock, onLocked });
  const watch = keepStorageWatch({ open: open.value, news, baseUrl, clock, newId, vault });
  handleClosed = watch.handleClosed;
  const [found] = await reading;
  const endpointUrl = found && configToEndpointUrl(found, baseUrl);
  // Data that is lost with the page needs no lock, so nobody is asked for a passphrase.
  if (!lasting) void vault.setUp(newId());
  const { sync, start, stop } = createSync({
    ...open.value,
    endpointUrl,
    publishers: found?.publishers ?? [],
    clock,
    random: Math.random,
    askBackgroundSync,
    privatePartSealer: createPrivatePartSealer(vault),
    onFailure: watch.handleFailure,
    // Data of a revoked desk may stay neither on the screen nor in memory.
    onRevoked: () => void vault.lock(),
  });
  const sealing = { database, vault, lasting, endpointUrl, clock, newId };
  return ok({
    open: open.value,
    sync: lookFirst(sync, watch.look),
    sealing,
    start,
    stop: () => {
      stop();
      vault.stop();
    },
    news,
    baseUrl,
  });
};

/** How long the storage may take to open before the person is informed. */
const heldUpAfterMs = 2_000;

type OpenOptions = Omit<Parameters<typeof openDatabase>[0], "onBlocked">;

/** Opens the storage, and reports what delays it. */
const openOrTell = async (
  onHeldUp: StartOptions["onHeldUp"],
  options: OpenOptions,
): Promise<Result<OpenDatabase, StorageError>> => {
  const late = setTimeout(() => onHeldUp({ type: "storageSlow" }), heldUpAfterMs);
  const handleBlocked = (): void => {
    clearTimeout(late);
    onHeldUp({ type: "storageBlocked" });
  };
  const open = await openDatabase({ ...options, onBlocked: handleBlocked });
  clearTimeout(late);
  return open;
};

/** Checks the storage first: an enrolment must never be based on storage that was cleared. */
const lookFirst = (sync: Sync, look: () => Promise<void>): Sync => ({
  ...sync,
  enrol: async (request) => {
    await look();
    return sync.enrol(request);
  },
});

type SyncRegistration = ServiceWorkerRegistration & {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
};

/** The one tag; `service-worker/sw.ts` listens for it. */
const pushTag = "push-outbox";

/**
 * Asks the browser to wake the service worker when the device is online, even after this page is
 * closed. Chromium only; elsewhere the outbox is sent while Enlace is open, and the status says so.
 */
const askBackgroundSync = async (): Promise<void> => {
  if (!("serviceWorker" in navigator) || !navigator.serviceWorker) return;
  const registration: SyncRegistration | undefined =
    await navigator.serviceWorker.getRegistration();
  try {
    await registration?.sync?.register(pushTag);
  } catch {
    // Denied by permission or in a private window: the page itself still tries.
  }
};
