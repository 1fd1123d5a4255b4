const turns = new Map<string, Promise<unknown>>();

/**
 * Runs one task at a time under a name on this device, in all tabs and workers. The browser
 * releases the lock of a tab that died. Without Web Locks, tasks are serialized within this page or
 * worker only.
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
