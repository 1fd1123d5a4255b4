import type { Instant } from "#domain/instant.ts";
import { findOrSaveInstallId, type OpenDatabase } from "#storage/openDatabase.ts";
import { saveKeptAgain } from "#storage/privates/keptInMemory.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

type StorageCheck =
  | { readonly type: "same" }
  /**
   * It was cleared while the app was open; `savedAgain`: private rows that were still in memory and
   * were saved again.
   */
  | { readonly type: "cleared"; readonly savedAgain: number }
  | { readonly type: "failed"; readonly error: StorageError };

export type StorageWatch = {
  /** Checks that the storage is still the one that was opened; reopens it if closed. */
  readonly check: () => Promise<StorageCheck>;
};

/**
 * Distinguishes a storage that was only closed (a phone that slept) from one that was cleared:
 * Dexie reopens both silently, and the cleared one is empty. Its installation id differs.
 */
export const createStorageWatch = (
  { database, installId }: OpenDatabase,
  deps: { readonly clock: () => Instant; readonly newId: () => string },
): StorageWatch => {
  let knownId = installId;
  let checking: Promise<StorageCheck> | undefined;
  const findId = () =>
    tryStorage(() => findOrSaveInstallId(database, { now: deps.clock(), newId: deps.newId }));
  const check = async (): Promise<StorageCheck> => {
    let found = await findId();
    if (!found.ok && !database.hasBeenClosed()) {
      // It was opened while still being cleared: Dexie repeats that failure until it is opened
      // again.
      await tryStorage(() => database.open());
      found = await findId();
    }
    if (!found.ok) return { type: "failed", error: found.error };
    if (found.value === knownId) return { type: "same" };
    const saved = await tryStorage(() => saveKeptAgain(database));
    if (!saved.ok) return { type: "failed", error: saved.error };
    knownId = found.value;
    return { type: "cleared", savedAgain: saved.value };
  };
  return {
    check: () => {
      checking ??= check().finally(() => {
        checking = undefined;
      });
      return checking;
    },
  };
};
