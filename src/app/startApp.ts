import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { loadMemoryDatabase } from "#storage/loadMemoryDatabase.ts";
import { type OpenDatabase, openDatabase } from "#storage/openDatabase.ts";
import type { StorageError } from "#storage/storageError.ts";
import { createSync } from "#sync/createSync.ts";
import { type AppConfig, configToEndpointUrl, loadConfig } from "#sync/loadConfig.ts";
import type { Sync } from "#sync/useSync.ts";
import { createNoticeStore, type NoticeStore } from "./appNotices.ts";
import { askBackgroundSync } from "./askBackgroundSync.ts";
import { keepStorageWatch } from "./keepStorageWatch.ts";

export type StartedApp = {
  readonly open: OpenDatabase;
  readonly sync: Sync;
  /** The first look at the network, when the first screen is there. */
  readonly start: () => void;
  /** Ends the sync: after erasing there is nothing left to push or pull. */
  readonly stop: () => void;
  readonly notices: NoticeStore;
  /** The folder that `index.html` stands in, with a slash at its end. */
  readonly baseUrl: string;
};

/** How long storage may take to open before the person is told that it does. */
const heldUpAfterMs = 2_000;

/** Opens what this device keeps, and makes the sync over it. */
export const startApp = async (
  onHeldUp: (error: StorageError) => void,
  onOpen: (database: EnlaceDatabase) => void,
): Promise<Result<StartedApp, StorageError>> => {
  const baseUrl = new URL(".", location.href).href;
  const notices = createNoticeStore();
  const clock = (): number => Date.now();
  const newId = (): string => crypto.randomUUID();
  let config: Promise<AppConfig | null> = Promise.resolve(null);
  let handleClosed = (_: StorageError): void => undefined;
  const late = setTimeout(() => onHeldUp({ type: "storageSlow" }), heldUpAfterMs);
  const open = await openDatabase({
    now: msToInstant(clock()),
    newId,
    loadMemory: loadMemoryDatabase,
    onOpen: (database) => {
      onOpen(database);
      config = loadConfig(database, baseUrl);
    },
    onBlocked: () => onHeldUp({ type: "storageBlocked" }),
    onClosed: (error) => handleClosed(error),
  });
  clearTimeout(late);
  if (!open.ok) return err(open.error);
  const watch = keepStorageWatch({ open: open.value, notices, baseUrl, clock, newId });
  handleClosed = watch.handleClosed;
  const found = await config;
  const { sync, start, stop } = createSync({
    ...open.value,
    endpointUrl: found && configToEndpointUrl(found, baseUrl),
    clock,
    newId,
    chance: Math.random,
    askBackgroundSync,
    onFailure: watch.handleFailure,
  });
  return ok({ open: open.value, sync: lookFirst(sync, watch.look), start, stop, notices, baseUrl });
};

/** What goes out and what lets this device in is never built on a storage that was cleared. */
const lookFirst = (sync: Sync, look: () => Promise<void>): Sync => ({
  ...sync,
  queueInquiry: async (id, content) => {
    await look();
    return sync.queueInquiry(id, content);
  },
  enrol: async (code) => {
    await look();
    return sync.enrol(code);
  },
});
