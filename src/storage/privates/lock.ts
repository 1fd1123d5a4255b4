import type { LockRecord } from "#domain/device/lockRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { forgetEverythingInMemory, keepLockInMemory } from "./keptInMemory.ts";

/**
 * Finds the lock record; undefined before private data is first written, and after private data was
 * erased.
 */
export const findLock = async (database: EnlaceDatabase): Promise<LockRecord | undefined> => {
  const row = await database.singles.get("lock");
  if (row?.key !== "lock") return undefined;
  keepLockInMemory(row.lock);
  return row.lock;
};

/**
 * Adds the lock record. Refused if another tab was first: rows under its data key would be lost
 * with its record.
 */
export const addLock = (
  database: EnlaceDatabase,
  lock: LockRecord,
): Promise<Result<void, { type: "lockExists" }>> =>
  database.transaction("rw", database.singles, async () => {
    if (await database.singles.get("lock")) return err({ type: "lockExists" as const });
    await database.singles.put({ key: "lock", lock });
    keepLockInMemory(lock);
    return ok(undefined);
  });

/**
 * Replaces the record with what `change` returns for the current one: counting a failure in one tab
 * must not restore a passphrase that was changed in another. `change` is synchronous.
 */
export const changeLock = (
  database: EnlaceDatabase,
  change: (record: LockRecord) => LockRecord,
): Promise<Result<LockRecord, { type: "lockMissing" }>> =>
  database.transaction("rw", database.singles, async () => {
    const row = await database.singles.get("lock");
    if (row?.key !== "lock") return err({ type: "lockMissing" as const });
    const lock = change(row.lock);
    await database.singles.put({ key: "lock", lock });
    keepLockInMemory(lock);
    return ok(lock);
  });

/**
 * Removes the lock record, after which nothing opens rows under the data key. Runs in its own
 * transaction, before all else.
 */
export const removeLock = async (database: EnlaceDatabase): Promise<void> => {
  forgetEverythingInMemory();
  await database.transaction("rw", database.singles, async () => {
    await database.singles.delete("lock");
  });
};
