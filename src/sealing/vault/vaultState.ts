import type { LockRecord } from "#domain/device/lockRecord.ts";
import { instantToMs, msToInstant } from "#domain/instant.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { changeLock, findLock } from "#storage/privates/lock.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

/** Whether the private part of this device can be read now. */
export type VaultState =
  /** Nobody has looked yet. */
  | { readonly type: "loading" }
  /** Whether there is a lock could not be read: not the same as none. */
  | { readonly type: "failed"; readonly error: StorageError }
  /** No passphrase yet: it is asked for at the first private writing. */
  | { readonly type: "missing" }
  /** `waitMs`: how long from now on nothing is tried; when it is over, the state says 0. */
  | { readonly type: "locked"; readonly failures: number; readonly waitMs: number }
  | { readonly type: "unlocked" };

export type SetUpError =
  | StorageError
  | { readonly type: "passphraseShort"; readonly minLength: number }
  /** Another tab was first. */
  | { readonly type: "vaultExists" };

export type UnlockError =
  | StorageError
  | { readonly type: "vaultMissing" }
  | { readonly type: "passphraseWrong"; readonly failures: number; readonly waitMs: number }
  /** Too many wrong ones in a row: nothing was tried. */
  | { readonly type: "unlockWaits"; readonly waitMs: number };

export type ChangePassphraseError =
  | UnlockError
  | { readonly type: "passphraseShort"; readonly minLength: number };

type ShownState = {
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

export type TryDeps = { readonly database: EnlaceDatabase; readonly clock: () => number };

/** Of a clock that was set back: its wait would else begin again with every look, for years. */
export const setFailureAheadToNow = async (deps: TryDeps, lock: LockRecord): Promise<void> => {
  const nowMs = deps.clock();
  if (!isFailureAhead(lock, nowMs)) return;
  const lastFailedAt = msToInstant(nowMs);
  await tryStorage(() => changeLock(deps.database, (record) => ({ ...record, lastFailedAt })));
};

/** After so many wrong passphrases in a row. There is no number that erases. */
const waitsMs = [0, 0, 0, 5_000, 15_000, 60_000, 300_000, 900_000] as const;

const longestMs = 900_000;

/**
 * How long nothing is tried yet. A failure that lies ahead of the clock was written by one that has
 * been set since: it counts as now, so that no clock locks a person out for longer than the table.
 */
export const unlockWaitMs = (lock: LockRecord, nowMs: number): number => {
  const waitMs = waitsMs[lock.failures] ?? longestMs;
  if (lock.lastFailedAt === null) return 0;
  const sinceMs = Math.max(0, nowMs - instantToMs(lock.lastFailedAt));
  return Math.max(0, waitMs - sinceMs);
};

/** Whether the last failure lies ahead of the clock, and has to be written down as now. */
const isFailureAhead = (lock: LockRecord, nowMs: number): boolean =>
  lock.lastFailedAt !== null && instantToMs(lock.lastFailedAt) > nowMs;
