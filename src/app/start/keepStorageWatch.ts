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

/** Watches the storage of the open page, and reports what happens to it. */
export const keepStorageWatch = (deps: WatchDeps) => {
  const { open, news } = deps;
  const watch = createStorageWatch(open, {
    clock: () => msToInstant(deps.clock()),
    newId: deps.newId,
  });
  const look = async (): Promise<void> => {
    // Enlace closed it, for a newer version or for erasing: it must not be opened again.
    if (open.database.hasBeenClosed()) return;
    const seen = await watch.check();
    if (seen.type === "failed") news.change({ storage: { type: "lost", error: seen.error } });
    if (seen.type === "cleared") {
      const { savedAgain } = seen;
      // The service worker and its files are gone too; the next start restores them.
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
      // Dexie is still closing: check it only afterwards.
      else setTimeout(() => void look());
    },
    /**
     * Handles errors that the sync did not expect: shows a full disk, and records everything,
     * except that a storage closed on purpose no longer answers.
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

/** Copies the texts and the directory to the device, without the app itself. */
export const copyToDevice = (deps: CopyDeps) =>
  Promise.all([copyContent(deps.open.database, deps.baseUrl), copyDirectory(deps)]);

/**
 * Refreshes the trusted publishers first: a new build may ship an edition signed with a new key.
 */
const copyDirectory = async ({ open: { database }, baseUrl, vault }: CopyDeps) => {
  const config = (await refreshConfig(database, baseUrl)) ?? (await findConfig(database));
  const { publishers = [], demonstration = null } = config ?? {};
  const privatePartSealer = createPrivatePartSealer(vault);
  const deps = { database, publishers, demonstration, privatePartSealer, clock: () => Date.now() };
  return takeShippedDirectory(deps, baseUrl);
};
