import type { LockRecord } from "#domain/device/lockRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { changeLock, findLock } from "#storage/privates/lock.ts";
import { tryStorage } from "#storage/storageError.ts";
import { withWebLock } from "#storage/withWebLock.ts";
import { setFailureAheadToNow, type TryDeps } from "./setFailureAheadToNow.ts";
import { unlockWaitMs } from "./unlockWait.ts";
import type { UnlockError } from "./vault.ts";

/**
 * Tries what a passphrase opens, one try at a time on this device. A wrong one (`undefined`) is
 * counted before the answer is known; after the third, each has to wait longer. Nothing is erased.
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
    changeLock(deps.database, (held) => ({
      ...held,
      failures: isWrong ? held.failures + 1 : 0,
      lastFailedAt,
    })),
  );
  if (!saved.ok) return saved;
  return saved.value.ok ? saved.value : err({ type: "vaultMissing" });
};
