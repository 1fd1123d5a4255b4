/**
 * One write under way and at most one waiting, which is always the newest: typing never waits for
 * the disk, and nothing older is written after something newer.
 */
export type SaveQueue<T> = {
  readonly push: (value: T) => void;
  /** Resolves once nothing is under way and nothing waits. */
  readonly flush: () => Promise<void>;
  readonly isIdle: () => boolean;
};

/** Makes a queue over `write`, which must not reject, and may ask whether anything newer waits. */
export const createSaveQueue = <T>(
  write: (value: T, isNewest: () => boolean) => Promise<void>,
): SaveQueue<T> => {
  let pending: { readonly value: T } | null = null;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (pending) {
      const { value } = pending;
      pending = null;
      await write(value, () => pending === null);
    }
    running = null;
  };
  return {
    push: (value) => {
      pending = { value };
      running ??= run();
    },
    flush: () => running ?? Promise.resolve(),
    isIdle: () => running === null,
  };
};
