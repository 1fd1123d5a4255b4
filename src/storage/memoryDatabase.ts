import { Dexie, type DexieOptions } from "dexie";

/**
 * An IndexedDB in memory, for browsers that give none (iOS Lockdown Mode, some private windows): the
 * same code runs over it, and all is gone when the page closes.
 */
export const loadMemoryDatabase = async (): Promise<DexieOptions> => {
  const { indexedDB, IDBKeyRange } = await import("fake-indexeddb");
  // Live queries look here whether there is a database at all, and else stay silent for ever.
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
  return { indexedDB, IDBKeyRange };
};
