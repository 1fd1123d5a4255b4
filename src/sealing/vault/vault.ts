import type { Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
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
  /** The same object until it changes, for `useSyncExternalStore`. */
  readonly state: () => VaultState;
  /** The first listener makes it look. Returns how to stop. */
  readonly listen: (onChange: () => void) => () => void;
  /** Reads anew whether there is a lock. */
  readonly refresh: () => Promise<void>;
  readonly setUp: (passphrase: string) => Promise<Result<void, SetUpError>>;
  readonly unlock: (passphrase: string) => Promise<Result<void, UnlockError>>;
  readonly changePassphrase: (
    old: string,
    changed: string,
  ) => Promise<Result<void, ChangePassphraseError>>;
  /** Takes a data key that was unwrapped another way (`passkey.ts`). */
  readonly adoptKey: (key: CryptoKey) => void;
  /** Writes what is typed, drops key and plain text, here and in every other tab. */
  readonly lock: () => Promise<void>;
  /** What has to be written before the key goes. Returns how to take it back. */
  readonly beforeLock: (flush: () => Promise<unknown>) => () => void;
  /** Ends it, with its page. */
  readonly stop: () => void;
};

/** By which a passphrase is set up, typed and changed; loaded only then. */
export type PassphraseMethods = Pick<Vault, "setUp" | "unlock" | "changePassphrase">;

export type VaultDeps = {
  readonly database: EnlaceDatabase;
  readonly clock: () => number;
  /** The key is gone: only a reload drops all plain text from a page's memory. */
  readonly onLocked: () => void;
};

/**
 * The private part of one page: one data key, in memory only, never extractable. Reads nothing
 * before somebody listens or asks.
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
      // Each tab is unlocked by itself: another one may be open. What it tells may mean "left".
      if (isFromOtherTab) await refresh();
      else channel.tell("lock");
      return;
    }
    await flushes.run();
    // Two may have asked at once: by hand, and the other tab.
    if (!codec.isOpen()) return;
    codec.use(undefined);
    shown.set({ type: "locked", failures: 0, waitMs: 0 });
    if (!isFromOtherTab) channel.tell("lock");
    deps.onLocked();
  };
  // Only who types a passphrase needs what derives keys: most starts do without.
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
  /** Ends when all have ended, well or not, or after two seconds. */
  readonly run: () => Promise<void>;
};

/** What has to be written before a key goes. On a device that was left, storage refuses it. */
const createFlushes = (): Flushes => {
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

/** `lock`: every tab drops its key. `changed`: the lock was made or changed; look again. */
type LockMessage = "lock" | "changed";

type LockChannel = {
  readonly tell: (message: LockMessage) => void;
  readonly close: () => void;
};

/** Between the tabs of this device. Where the browser has no such channel, each locks alone. */
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
