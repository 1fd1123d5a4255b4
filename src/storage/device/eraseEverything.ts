import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { removeLock } from "#storage/privates/lock.ts";
import { withinMs } from "#storage/withinMs.ts";

export type EraseError =
  /** A tab that doesn't respond keeps the database open; if `isEmptied`, it is empty already. */
  { readonly type: "eraseBlocked"; readonly isEmptied: boolean };

export type ErasePlaces = {
  /** The app's URL scope; data of other apps on the same host is not touched. */
  readonly scope: string;
  /** How long other tabs have to close the database. */
  readonly waitMs: number;
};

/**
 * Removes everything that Enlace keeps on this device, even offline. The lock record is removed
 * first, in its own transaction: if the rest is interrupted, or remains as deleted bytes on the
 * disk, nobody can open it. Then come the rows (so that they are gone even if a tab keeps the
 * database open), the database, the cached app, choices, and the worker. Other tabs close on
 * `versionchange`. Every step is tried, even after one has failed.
 */
export const eraseEverything = async (
  database: EnlaceDatabase,
  { scope, waitMs }: ErasePlaces,
): Promise<Result<void, EraseError>> => {
  await succeeded(removeLock(database));
  const isEmptied = await succeeded(emptyTables(database));
  const isDeleted = (await withinMs(waitMs, succeeded(database.delete()))) === true;
  forgetChoices();
  await succeeded(removeCaches(scope));
  await succeeded(removeWorker());
  await succeeded(clearBadge());
  return isDeleted ? ok(undefined) : err({ type: "eraseBlocked", isEmptied });
};

const emptyTables = (database: EnlaceDatabase): Promise<void> =>
  database.transaction("rw", database.tables, async () => {
    for (const table of database.tables) await table.clear();
  });

const succeeded = (work: PromiseLike<unknown>): Promise<boolean> =>
  Promise.resolve(work).then(
    () => true,
    () => false,
  );

const forgetChoices = (): void => {
  for (const read of [() => localStorage, () => sessionStorage]) {
    try {
      const storage = read();
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      const ours = keys.filter((key): key is string => key !== null && key.startsWith("enlace."));
      for (const key of ours) storage.removeItem(key);
    } catch {
      // Storage is forbidden or missing, so nothing was kept in it.
    }
  }
};

const clearBadge = async (): Promise<void> => {
  if (typeof navigator !== "undefined" && "clearAppBadge" in navigator) {
    await navigator.clearAppBadge();
  }
};

/** Removes the app's caches, which Workbox names after the worker's scope. */
const removeCaches = async (scope: string): Promise<void> => {
  if (typeof caches === "undefined") return;
  const ours = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(ours.map((name) => caches.delete(name)));
};

const removeWorker = async (): Promise<void> => {
  if (typeof navigator === "undefined" || !navigator.serviceWorker) return;
  await (await navigator.serviceWorker.getRegistration())?.unregister();
};
