/** A storage that hangs must not keep the vault open. */
const longestMs = 2_000;

type Flush = () => Promise<unknown>;

export type Flushes = {
  readonly add: (flush: Flush) => () => void;
  /** Ends when all have ended, well or not, or after two seconds. */
  readonly run: () => Promise<void>;
};

/** What has to be written before a key goes. On a device that was left, storage refuses it. */
export const createFlushes = (): Flushes => {
  const flushes = new Set<Flush>();
  return {
    add: (flush) => {
      flushes.add(flush);
      return () => flushes.delete(flush);
    },
    run: () => withinMs(longestMs, Promise.allSettled([...flushes].map(async (flush) => flush()))),
  };
};

const withinMs = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};
