const lockName = "enlace-push";

let inThisContext: Promise<unknown> = Promise.resolve();

/**
 * S5: one pusher a device, whatever tabs and workers are open. The browser lets go of the lock of a
 * tab that died. Where there are no Web Locks, one a context; the guarantee is the id at the
 * endpoint, the lock only spares tries.
 */
export const withPushLock = <T>(work: () => Promise<T>): Promise<T> => {
  if (typeof navigator !== "undefined" && "locks" in navigator && navigator.locks) {
    return navigator.locks.request(lockName, work) as Promise<T>;
  }
  const turn = inThisContext.then(work, work);
  inThisContext = turn.catch(() => undefined);
  return turn;
};
