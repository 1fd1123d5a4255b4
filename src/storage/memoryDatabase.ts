import { Dexie, type DexieOptions } from "dexie";

/**
 * Loads an in-memory IndexedDB, for browsers that offer none (iOS Lockdown Mode, some private
 * windows): the same code runs on it, and all data is lost when the page closes.
 */
export const loadMemoryDatabase = async (): Promise<DexieOptions> => {
  const { indexedDB, IDBKeyRange } = await import("fake-indexeddb");
  // Live queries check here whether IndexedDB exists, and otherwise never report anything.
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
  return { indexedDB, IDBKeyRange };
};
