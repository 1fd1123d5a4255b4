import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { removeLock } from "#storage/privates/lock.ts";

export type EraseError =
  /** A tab that doesn't answer holds the database: if `isEmptied`, nothing is in it any more. */
  { readonly type: "eraseBlocked"; readonly isEmptied: boolean };

export type ErasePlaces = {
  /** Where the app stands; what other apps of the same host keep is theirs. */
  readonly scope: string;
  /** How long other tabs have to let go. */
  readonly waitMs: number;
};

/**
 * Removes all that Enlace keeps on this device, without a network. The lock record goes first, in its
 * own transaction: whatever is cut short after it, or stays as deleted bytes on the disk, opens to
 * nobody. Then rows, so that they are gone even where a tab holds the database, the database, the
 * cached app, choices, the worker. Other tabs close by `versionchange`. Everything is tried whatever
 * failed before it.
 */
export const eraseEverything = async (
  database: EnlaceDatabase,
  { scope, waitMs }: ErasePlaces,
): Promise<Result<void, EraseError>> => {
  await succeeded(removeLock(database));
  const isEmptied = await succeeded(emptyTables(database));
  const isDeleted = await withinMs(waitMs, succeeded(database.delete()));
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

const withinMs = async (ms: number, work: Promise<boolean>): Promise<boolean> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const forgetChoices = (): void => {
  for (const read of [() => localStorage, () => sessionStorage]) {
    try {
      const storage = read();
      const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
      const ours = keys.filter((key): key is string => key !== null && key.startsWith("enlace."));
      for (const key of ours) storage.removeItem(key);
    } catch {
      // Forbidden or not there: then nothing was kept in it.
    }
  }
};

const clearBadge = async (): Promise<void> => {
  if (typeof navigator !== "undefined" && "clearAppBadge" in navigator) {
    await navigator.clearAppBadge();
  }
};

/** Workbox names its caches after the scope of the worker. */
const removeCaches = async (scope: string): Promise<void> => {
  if (typeof caches === "undefined") return;
  const ours = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(ours.map((name) => caches.delete(name)));
};

const removeWorker = async (): Promise<void> => {
  if (typeof navigator === "undefined" || !navigator.serviceWorker) return;
  await (await navigator.serviceWorker.getRegistration())?.unregister();
};
