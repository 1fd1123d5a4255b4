const turns = new Map<string, Promise<unknown>>();

/**
 * Runs one piece of work at a time under a name on this device, in all tabs and workers. The browser
 * releases the lock of a tab that died. Where there are no Web Locks, one at a time in this page or
 * worker.
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
