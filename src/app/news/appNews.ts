import type { StorageError } from "#storage/storageError.ts";

/** News about the whole app, whatever screen is shown. */
type AppNews = {
  /** Whether everything is on the device: not yet, yes, or it could not be saved. */
  readonly readiness:
    | { readonly type: "preparing" }
    | { readonly type: "ready" }
    | { readonly type: "incomplete"; readonly reason: string };
  /** A newer version is on the device and waits for the person to accept it. */
  readonly update:
    | { readonly type: "none" }
    | { readonly type: "waiting"; readonly accept: () => void };
  /** Changes to the storage while the app is open. */
  readonly storage:
    | { readonly type: "fine" }
    /** The browser emptied it; `savedAgain` inquiries that were on the screen were saved again. */
    | { readonly type: "cleared"; readonly savedAgain: number }
    | { readonly type: "lost"; readonly error: StorageError };
};

export type AppNewsStore = {
  readonly read: () => AppNews;
  readonly change: (part: Partial<AppNews>) => void;
  readonly listen: (onChange: () => void) => () => void;
};

/** Creates a value with listeners, for `useSyncExternalStore`. */
export const createAppNewsStore = (): AppNewsStore => {
  let current: AppNews = {
    readiness: { type: "preparing" },
    update: { type: "none" },
    storage: { type: "fine" },
  };
  const listeners = new Set<() => void>();
  return {
    read: () => current,
    change: (part) => {
      current = { ...current, ...part };
      for (const listener of listeners) listener();
    },
    listen: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
};
