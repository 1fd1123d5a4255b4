import type { LockRecord } from "#domain/device/lockRecord.ts";
import { instantToMs, msToInstant } from "#domain/instant.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { changeLock, findLock } from "#storage/privates/lock.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

/** The state of this device's private data. */
export type VaultState =
  /** The lock was not read yet. */
  | { readonly type: "loading" }
  /** The lock could not be read: it may exist, unlike in `missing`. */
  | { readonly type: "failed"; readonly error: StorageError }
  /** No passphrase exists yet: the user is asked for one when first writing private data. */
  | { readonly type: "missing" }
  /** `waitMs`: how long no attempt is allowed; when it is over, the state changes to 0. */
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
  /** Too many wrong passphrases in a row: this attempt was not made. */
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

/** Holds the vault's state. Listeners are also notified when a wait ends. */
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

/** Reads the state from the lock record, while there is no key. */
export const readVaultState = async (deps: TryDeps): Promise<VaultState> => {
  const found = await tryStorage(() => findLock(deps.database));
  if (!found.ok) return { type: "failed", error: found.error };
  const lock = found.value;
  if (!lock) return { type: "missing" };
  await setFailureAheadToNow(deps, lock);
  return { type: "locked", failures: lock.failures, waitMs: unlockWaitMs(lock, deps.clock()) };
};

export type TryDeps = { readonly database: EnlaceDatabase; readonly clock: () => number };

/**
 * Moves a failure time that lies in the future (because the clock was set back) to now: otherwise
 * the wait would restart at every check, for years.
 */
export const setFailureAheadToNow = async (deps: TryDeps, lock: LockRecord): Promise<void> => {
  const nowMs = deps.clock();
  if (!isFailureAhead(lock, nowMs)) return;
  const lastFailedAt = msToInstant(nowMs);
  await tryStorage(() => changeLock(deps.database, (record) => ({ ...record, lastFailedAt })));
};

/** The wait by the number of wrong passphrases in a row. No number of them erases data. */
const waitsMs = [0, 0, 0, 5_000, 15_000, 60_000, 300_000, 900_000] as const;

const longestMs = 900_000;

/**
 * Returns how long no attempt is allowed. A failure time in the future comes from a clock that was
 * set back since: it is treated as now, so that no clock locks a person out for longer than the
 * table says.
 */
export const unlockWaitMs = (lock: LockRecord, nowMs: number): number => {
  const waitMs = waitsMs[lock.failures] ?? longestMs;
  if (lock.lastFailedAt === null) return 0;
  const sinceMs = Math.max(0, nowMs - instantToMs(lock.lastFailedAt));
  return Math.max(0, waitMs - sinceMs);
};

/** Tells whether the last failure is in the future and must be rewritten as now. */
const isFailureAhead = (lock: LockRecord, nowMs: number): boolean =>
  lock.lastFailedAt !== null && instantToMs(lock.lastFailedAt) > nowMs;
