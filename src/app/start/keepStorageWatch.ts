import type { AppNewsStore } from "#app/news/appNews.ts";
import { msToInstant } from "#domain/instant.ts";
import { createPrivatePartSealer } from "#sealing/vault/createPrivatePartSealer.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import { createStorageWatch } from "#storage/device/createStorageWatch.ts";
import { announceErasure } from "#storage/device/erasure.ts";
import type { OpenDatabase } from "#storage/openDatabase.ts";
import { causeToStorageError, type StorageError } from "#storage/storageError.ts";
import { copyContent } from "#sync/content/copyContent.ts";
import { takeShippedDirectory } from "#sync/content/refreshDirectory.ts";
import { findConfig, refreshConfig } from "#sync/endpoint/loadConfig.ts";

type WatchDeps = {
  readonly open: OpenDatabase;
  readonly news: AppNewsStore;
  readonly baseUrl: string;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly vault: Vault;
};

/** Looks after the storage of the open page, and tells the person what happened to it. */
export const keepStorageWatch = (deps: WatchDeps) => {
  const { open, news } = deps;
  const watch = createStorageWatch(open, {
    clock: () => msToInstant(deps.clock()),
    newId: deps.newId,
  });
  const look = async (): Promise<void> => {
    // Closed by ourselves, for a newer version or for erasing: it must not be opened again.
    if (open.database.hasBeenClosed()) return;
    const seen = await watch.check();
    if (seen.type === "failed") news.change({ storage: { type: "lost", error: seen.error } });
    if (seen.type === "cleared") {
      const { savedAgain } = seen;
      // The worker and its files are gone too, and come back with the next start.
      const readiness = { type: "incomplete", reason: "workerMissing" } as const;
      news.change({ storage: { type: "cleared", savedAgain }, readiness });
      void copyToDevice(deps);
    }
    if (seen.type === "same" && news.read().storage.type === "lost") {
      news.change({ storage: { type: "fine" } });
    }
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void look();
  });
  return {
    look,
    handleClosed: (error: StorageError): void => {
      if (error.type === "storageErased") announceErasure();
      else if (error.type === "storageOutdated") news.change({ storage: { type: "lost", error } });
      // Dexie is still closing: it can be asked only afterwards.
      else setTimeout(() => void look());
    },
    /**
     * What the sync did not expect: a full disk is told, and all of it is recorded, except that a
     * storage closed on purpose no longer answers.
     */
    handleFailure: (cause: unknown): void => {
      if (open.database.hasBeenClosed()) return;
      const error = causeToStorageError(cause);
      if (error.type === "storageFull") news.change({ storage: { type: "lost", error } });
      reportError(cause);
    },
  };
};

type CopyDeps = {
  readonly open: OpenDatabase;
  readonly baseUrl: string;
  readonly vault: Vault;
};

/** The texts and the directory, without the app itself. */
export const copyToDevice = (deps: CopyDeps) =>
  Promise.all([copyContent(deps.open.database, deps.baseUrl), copyDirectory(deps)]);

/** Whom to trust is looked at first: a new build may ship an edition that a new key has signed. */
const copyDirectory = async ({ open: { database }, baseUrl, vault }: CopyDeps) => {
  const config = (await refreshConfig(database, baseUrl)) ?? (await findConfig(database));
  const { publishers = [], demonstration = null } = config ?? {};
  const privatePartSealer = createPrivatePartSealer(vault);
  const deps = { database, publishers, demonstration, privatePartSealer, clock: () => Date.now() };
  return takeShippedDirectory(deps, baseUrl);
};
