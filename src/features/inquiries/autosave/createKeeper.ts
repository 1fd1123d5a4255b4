import { type Instant, msToInstant } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import type { FindError, PrivateRecords, SaveError } from "#sealing/records/privateRecords.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";

/** The save state of the text on the screen. It is `kept` only after the write has succeeded. */
export type SaveState =
  | { readonly type: "untouched" }
  | { readonly type: "kept"; readonly at: Instant }
  | { readonly type: "keeping" }
  | { readonly type: "failed"; readonly error: SaveError | FindError };

export type KeeperRecords<T> = Pick<PrivateRecords<T>, "save"> & {
  /** Reads the saved record. */
  readonly find: (deps: PrivateDeps) => ReturnType<PrivateRecords<T>["find"]>;
};

type Keeper<T> = {
  /**
   * `isAgain`: overwrites what another window wrote, or saves the record again if it was deleted.
   */
  readonly push: (record: T, isAgain: boolean) => void;
  readonly flush: () => Promise<void>;
  readonly isIdle: () => boolean;
  readonly rev: () => number;
  /** Adopts the revision that another window wrote. */
  readonly takeRev: (rev: number) => void;
};

/** Creates a keeper, which saves a record one write at a time, each based on the last revision. */
export const createKeeper = <T>(
  deps: PrivateDeps,
  records: KeeperRecords<T>,
  firstRev: number,
  say: (state: SaveState) => void,
): Keeper<T> => {
  let rev = firstRev;
  const queue = createSaveQueue<Pushed<T>>(async (pushed, isNewest) => {
    const saved = await writeRecord(deps, records, pushed, rev);
    if (saved.ok) rev = saved.value;
    // While a newer text waits, the text on the screen is not saved, so "kept" would be false.
    if (!saved.ok) say({ type: "failed", error: saved.error });
    else if (isNewest()) say({ type: "kept", at: msToInstant(Date.now()) });
  });
  return {
    push: (record, isAgain) => queue.push({ record, isAgain }),
    flush: queue.flush,
    isIdle: queue.isIdle,
    rev: () => rev,
    takeRev: (taken) => {
      rev = taken;
    },
  };
};

type Pushed<T> = { readonly record: T; readonly isAgain: boolean };

const writeRecord = async <T>(
  deps: PrivateDeps,
  { find, save }: KeeperRecords<T>,
  { record, isAgain }: Pushed<T>,
  rev: number,
): Promise<Result<number, SaveError | FindError>> => {
  if (!isAgain) return save(deps, record, rev);
  const found = await find(deps);
  return found.ok ? save(deps, record, found.value?.rev ?? 0) : found;
};

/**
 * Runs one write at a time and keeps at most one waiting, always the newest: typing never waits for
 * the disk, and nothing older is written after something newer.
 */
export type SaveQueue<T> = {
  readonly push: (value: T) => void;
  /** Resolves once no write is running or waiting. */
  readonly flush: () => Promise<void>;
  readonly isIdle: () => boolean;
};

/**
 * Creates a queue over `write`, which must not reject; `isNewest` is false while a newer value
 * waits.
 */
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
