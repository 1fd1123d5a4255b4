import { type LockRecord, passphraseMinLength } from "#domain/device/lockRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { readPassphrase } from "#sealing/passphrase/passphrase.ts";
import { addLock, changeLock, findLock } from "#storage/privates/lock.ts";
import { tryStorage } from "#storage/storageError.ts";
import { withWebLock } from "#storage/withWebLock.ts";
import { createDataKey, rewrapDataKey, unwrapDataKey } from "./dataKey.ts";
import type { PassphraseMethods, VaultDeps } from "./vault.ts";
import {
  type ChangePassphraseError,
  type SetUpError,
  setFailureAheadToNow,
  type TryDeps,
  type UnlockError,
  unlockWaitMs,
} from "./vaultState.ts";

/**
 * Creates the three methods that use a passphrase. `onTried` is called when the lock record may
 * have changed.
 */
export const createPassphraseMethods = (
  deps: VaultDeps,
  adoptKey: (key: CryptoKey) => void,
  onTried: () => Promise<void>,
): PassphraseMethods => ({
  setUp: async (passphrase) => {
    const made = await makeLock(deps, passphrase);
    if (made.ok) adoptKey(made.value);
    await onTried();
    return made.ok ? ok(undefined) : made;
  },
  unlock: async (passphrase) => {
    const key = await tryPassphrase(deps, (record) => unwrapDataKey(passphrase, record.passphrase));
    if (key.ok) adoptKey(key.value);
    await onTried();
    return key.ok ? ok(undefined) : key;
  },
  changePassphrase: async (old, changed) => {
    const saved = await saveChangedPassphrase(deps, old, changed);
    await onTried();
    return saved;
  },
});

/** Saves the lock of a new data key, unless a lock exists, and returns the key. */
const makeLock = async (
  deps: TryDeps,
  passphrase: string,
): Promise<Result<CryptoKey, SetUpError>> => {
  if (isTooShort(passphrase)) {
    return err({ type: "passphraseShort", minLength: passphraseMinLength });
  }
  const { key, wrap } = await createDataKey(passphrase);
  const madeAt = msToInstant(deps.clock());
  const lock = { madeAt, passphrase: wrap, passkey: null, failures: 0, lastFailedAt: null };
  const added = await tryStorage(() => addLock(deps.database, lock));
  if (!added.ok) return added;
  return added.value.ok ? ok(key) : err({ type: "vaultExists" });
};

/** Saves the data key under another passphrase; a wrong old one counts as when unlocking. */
const saveChangedPassphrase = async (
  deps: TryDeps,
  old: string,
  changed: string,
): Promise<Result<void, ChangePassphraseError>> => {
  if (isTooShort(changed)) return err({ type: "passphraseShort", minLength: passphraseMinLength });
  const wrap = await tryPassphrase(deps, (record) =>
    rewrapDataKey(old, changed, record.passphrase),
  );
  if (!wrap.ok) return wrap;
  const saved = await tryStorage(() =>
    changeLock(deps.database, (record) => ({ ...record, passphrase: wrap.value })),
  );
  if (!saved.ok) return saved;
  return saved.value.ok ? ok(undefined) : err({ type: "vaultMissing" });
};

const isTooShort = (passphrase: string): boolean =>
  readPassphrase(passphrase).length < passphraseMinLength;

/**
 * Tries a passphrase, one attempt at a time on this device. A wrong one (`undefined`) is counted
 * before the result is returned; after the third, each attempt has to wait longer. Nothing is
 * erased.
 */
export const tryPassphrase = <T>(
  deps: TryDeps,
  attempt: (lock: LockRecord) => Promise<T | undefined>,
): Promise<Result<T, UnlockError>> =>
  withWebLock("enlace-unlock", async () => {
    const found = await tryStorage(() => findLock(deps.database));
    if (!found.ok) return found;
    const lock = found.value;
    if (!lock) return err({ type: "vaultMissing" });
    const waitMs = unlockWaitMs(lock, deps.clock());
    if (waitMs > 0) {
      await setFailureAheadToNow(deps, lock);
      return err({ type: "unlockWaits", waitMs });
    }
    const opened = await attempt(lock);
    const counted = await saveCount(deps, lock, opened === undefined);
    if (!counted.ok) return counted;
    if (opened !== undefined) return ok(opened);
    const { failures } = counted.value;
    const nextMs = unlockWaitMs(counted.value, deps.clock());
    return err({ type: "passphraseWrong", failures, waitMs: nextMs });
  });

const saveCount = async (
  deps: TryDeps,
  lock: LockRecord,
  isWrong: boolean,
): Promise<Result<LockRecord, UnlockError>> => {
  if (!isWrong && lock.failures === 0) return ok(lock);
  const lastFailedAt = isWrong ? msToInstant(deps.clock()) : null;
  const saved = await tryStorage(() =>
    changeLock(deps.database, (record) => ({
      ...record,
      failures: isWrong ? record.failures + 1 : 0,
      lastFailedAt,
    })),
  );
  if (!saved.ok) return saved;
  return saved.value.ok ? saved.value : err({ type: "vaultMissing" });
};
