import { findLock } from "#storage/privates/lock.ts";
import { type Live, useLive } from "#storage/useLive.ts";

/** Whether a passkey opens this device besides the passphrase; it may change in another tab. */
export const useHasPasskey = (): Live<boolean> =>
  useLive(async (database) => {
    const lock = await findLock(database);
    return lock !== undefined && lock.passkey !== null;
  }, "passkey");
