import type { Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { withinMs } from "#storage/withinMs.ts";
import { createRowCodec, type RowCodec } from "./rowCodec.ts";
import {
  type ChangePassphraseError,
  createVaultState,
  readVaultState,
  type SetUpError,
  type UnlockError,
  type VaultState,
} from "./vaultState.ts";

export type Vault = Pick<RowCodec, "seal" | "open"> & {
  /** Returns the same object until the state changes, for `useSyncExternalStore`. */
  readonly state: () => VaultState;
  /** Adds a listener and returns its remover; the first makes the vault read its state. */
  readonly listen: (onChange: () => void) => () => void;
  /** Reads again whether there is a lock. */
  readonly refresh: () => Promise<void>;
  readonly setUp: (passphrase: string) => Promise<Result<void, SetUpError>>;
  readonly unlock: (passphrase: string) => Promise<Result<void, UnlockError>>;
  readonly changePassphrase: (
    old: string,
    changed: string,
  ) => Promise<Result<void, ChangePassphraseError>>;
  /** Uses a data key that was unwrapped another way (`passkey.ts`). */
  readonly adoptKey: (key: CryptoKey) => void;
  /** Saves unsaved input, then drops the key and plain text, here and in every other tab. */
  readonly lock: () => Promise<void>;
  /** Adds a function that saves data before the key is dropped; returns its remover. */
  readonly beforeLock: (flush: () => Promise<unknown>) => () => void;
  /** Stops the vault when its page ends. */
  readonly stop: () => void;
};

/** The methods that use a passphrase; loaded on first use. */
export type PassphraseMethods = Pick<Vault, "setUp" | "unlock" | "changePassphrase">;

export type VaultDeps = {
  readonly database: EnlaceDatabase;
  readonly clock: () => number;
  /** Called after the key is dropped: only a reload removes all plain text from a page's memory. */
  readonly onLocked: () => void;
};

/**
 * Creates one page's vault: a single data key, in memory only, never extractable. Reads nothing
 * until somebody listens or calls it.
 */
export const createVault = (deps: VaultDeps): Vault => {
  const shown = createVaultState();
  const codec = createRowCodec();
  const flushes = createFlushes();

  const refresh = async (): Promise<void> => {
    const state = await readVaultState(deps);
    if (!codec.isOpen()) shown.set(state);
  };
  const adoptKey = (key: CryptoKey): void => {
    codec.use(key);
    shown.set({ type: "unlocked" });
  };
  const lock = async (isFromOtherTab: boolean): Promise<void> => {
    if (!codec.isOpen()) {
      // Another tab may still be open. A message may also mean that the data was erased.
      if (isFromOtherTab) await refresh();
      else channel.tell("lock");
      return;
    }
    await flushes.run();
    // The user and another tab may have locked at the same time.
    if (!codec.isOpen()) return;
    codec.use(undefined);
    shown.set({ type: "locked", failures: 0, waitMs: 0 });
    if (!isFromOtherTab) channel.tell("lock");
    deps.onLocked();
  };
  // Key derivation is loaded only when a passphrase is typed; most starts don't need it.
  const loadPassphraseMethods = async (): Promise<PassphraseMethods> => {
    const { createPassphraseMethods } = await import("./passphraseMethods.ts");
    return createPassphraseMethods(deps, adoptKey, async () => {
      await refresh();
      channel.tell("changed");
    });
  };
  const channel = openLockChannel((message) => void (message === "lock" ? lock(true) : refresh()));

  return {
    state: shown.state,
    listen: (onChange) => {
      if (shown.state().type === "loading") void refresh();
      return shown.listen(onChange);
    },
    refresh,
    adoptKey,
    setUp: async (passphrase) => (await loadPassphraseMethods()).setUp(passphrase),
    unlock: async (passphrase) => (await loadPassphraseMethods()).unlock(passphrase),
    changePassphrase: async (old, changed) =>
      (await loadPassphraseMethods()).changePassphrase(old, changed),
    lock: () => lock(false),
    beforeLock: flushes.add,
    seal: codec.seal,
    open: codec.open,
    stop: () => {
      channel.close();
      shown.stop();
    },
  };
};

/** A storage that hangs must not keep the vault open. */
const longestMs = 2_000;

type Flush = () => Promise<unknown>;

type Flushes = {
  readonly add: (flush: Flush) => () => void;
  /** Resolves when all have finished, successfully or not, or after two seconds. */
  readonly run: () => Promise<void>;
};

/**
 * Collects the functions that save data before a key is dropped. After the private data was erased,
 * storage refuses such writes.
 */
const createFlushes = (): Flushes => {
  const flushes = new Set<Flush>();
  return {
    add: (flush) => {
      flushes.add(flush);
      return () => flushes.delete(flush);
    },
    run: async () => {
      await withinMs(longestMs, Promise.allSettled([...flushes].map(async (flush) => flush())));
    },
  };
};

/** `lock`: every tab drops its key. `changed`: the lock changed and must be read again. */
type LockMessage = "lock" | "changed";

type LockChannel = {
  readonly tell: (message: LockMessage) => void;
  readonly close: () => void;
};

/** Opens a channel between this device's tabs; if there is none, each tab locks alone. */
const openLockChannel = (onMessage: (message: LockMessage) => void): LockChannel => {
  if (typeof BroadcastChannel === "undefined") {
    return { tell: () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel("enlace-lock");
  channel.addEventListener("message", ({ data: message }: MessageEvent<unknown>) => {
    if (message === "lock" || message === "changed") onMessage(message);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
    tell: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
};
