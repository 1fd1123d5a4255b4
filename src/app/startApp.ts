import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { loadMemoryDatabase } from "#storage/loadMemoryDatabase.ts";
import { type OpenDatabase, openDatabase } from "#storage/openDatabase.ts";
import type { StorageError } from "#storage/storageError.ts";
import { configToEndpointUrl, loadConfig } from "#sync/loadConfig.ts";
import { startSync } from "#sync/startSync.ts";
import type { Sync } from "#sync/useSync.ts";
import { createNoticeStore, type NoticeStore } from "./appNotices.ts";
import { askBackgroundSync } from "./askBackgroundSync.ts";

export type StartedApp = {
  readonly open: OpenDatabase;
  readonly sync: Sync;
  readonly notices: NoticeStore;
  /** The folder that `index.html` stands in, with a slash at its end. */
  readonly baseUrl: string;
};

/** Opens what this device keeps and starts the sync over it. */
export const startApp = async (): Promise<Result<StartedApp, StorageError>> => {
  const baseUrl = new URL(".", location.href).href;
  const notices = createNoticeStore();
  const clock = (): number => Date.now();
  const newId = (): string => crypto.randomUUID();
  const open = await openDatabase({
    now: msToInstant(clock()),
    newId,
    loadMemory: loadMemoryDatabase,
    onBlocked: () => notices.change({ storage: lost({ type: "storageBlocked" }) }),
    onClosed: (error) => notices.change({ storage: lost(error) }),
  });
  if (!open.ok) return err(open.error);
  const config = await loadConfig(open.value.database, baseUrl);
  const { sync } = startSync({
    ...open.value,
    endpointUrl: config && configToEndpointUrl(config, baseUrl),
    clock,
    newId,
    chance: Math.random,
    askBackgroundSync,
    onFailure: (cause) => reportError(cause),
  });
  return ok({ open: open.value, sync, notices, baseUrl });
};

const lost = (error: StorageError) => ({ type: "lost" as const, error });
