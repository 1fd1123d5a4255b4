const turns = new Map<string, Promise<unknown>>();

/**
 * One at a time on this device under a name, whatever tabs are open. The browser lets go of the lock
 * of a tab that died. Where there are no Web Locks, one at a time in this page.
 */
export const withWebLock = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  if (typeof navigator !== "undefined" && "locks" in navigator && navigator.locks) {
    return navigator.locks.request(name, work) as Promise<T>;
  }
  const turn = (turns.get(name) ?? Promise.resolve()).then(work, work);
  turns.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
};

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
