import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { onTestFinished } from "vitest";
import { createVault } from "#sealing/vault/vault.ts";
import { EnlaceDatabase } from "#storage/database.ts";

export const passphrase = "loan valve load escape convince grab";
export const startedAtMs = Date.parse("2026-11-22T15:00:00.000Z");

/** A device whose tabs share one storage; its clock stands until it is moved. */
export const createTestVault = () => {
  const factory = new IDBFactory();
  let nowMs = startedAtMs;
  const openTab = () => {
    const database = new EnlaceDatabase("enlace", { indexedDB: factory, IDBKeyRange });
    const locked: string[] = [];
    const vault = createVault({
      database,
      clock: () => nowMs,
      onLocked: () => locked.push(vault.state().type),
    });
    onTestFinished(() => {
      vault.stop();
      database.close();
    });
    return { database, vault, locked };
  };
  return {
    ...openTab(),
    openTab,
    moveClock: (ms: number) => {
      nowMs += ms;
    },
  };
};
