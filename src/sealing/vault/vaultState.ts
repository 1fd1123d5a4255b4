import { findLock } from "#storage/privates/lock.ts";
import { tryStorage } from "#storage/storageError.ts";
import { setFailureAheadToNow, type TryDeps } from "./setFailureAheadToNow.ts";
import { unlockWaitMs } from "./unlockWait.ts";
import type { VaultState } from "./vault.ts";

export type ShownState = {
  readonly state: () => VaultState;
  readonly listen: (onChange: () => void) => () => void;
  readonly set: (changed: VaultState) => void;
  readonly stop: () => void;
};

/** What is said of the vault. A wait ends by itself: whoever listens is told. */
export const createVaultState = (): ShownState => {
  let state: VaultState = { type: "loading" };
  let waitTimer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const set = (changed: VaultState): void => {
    clearTimeout(waitTimer);
    state = changed;
    if (changed.type === "locked" && changed.waitMs > 0) {
      waitTimer = setTimeout(() => set({ ...changed, waitMs: 0 }), changed.waitMs);
    }
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    listen: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    set,
    stop: () => clearTimeout(waitTimer),
  };
};

/** What the lock record says, while there is no key. */
export const readVaultState = async (deps: TryDeps): Promise<VaultState> => {
  const found = await tryStorage(() => findLock(deps.database));
  if (!found.ok) return { type: "failed", error: found.error };
  const lock = found.value;
  if (!lock) return { type: "missing" };
  await setFailureAheadToNow(deps, lock);
  return { type: "locked", failures: lock.failures, waitMs: unlockWaitMs(lock, deps.clock()) };
};
