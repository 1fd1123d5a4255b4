import type { LockRecord } from "#domain/device/lockRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { changeLock } from "#storage/privates/lock.ts";
import { tryStorage } from "#storage/storageError.ts";
import { isFailureAhead } from "./unlockWait.ts";

export type TryDeps = { readonly database: EnlaceDatabase; readonly clock: () => number };

/** Of a clock that was set back: its wait would else begin again with every look, for years. */
export const setFailureAheadToNow = async (deps: TryDeps, lock: LockRecord): Promise<void> => {
  const nowMs = deps.clock();
  if (!isFailureAhead(lock, nowMs)) return;
  const lastFailedAt = msToInstant(nowMs);
  await tryStorage(() => changeLock(deps.database, (held) => ({ ...held, lastFailedAt })));
};
