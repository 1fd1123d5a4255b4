import type { StorageError } from "#storage/storageError.ts";

/** What the whole app has to tell, whatever screen is shown. */
type AppNews = {
  /** Not everything is on the device yet, or it is, or it could not be put there. */
  readonly readiness:
    | { readonly type: "preparing" }
    | { readonly type: "ready" }
    | { readonly type: "incomplete"; readonly reason: string };
  /** A newer version is on the device and waits for the person's word. */
  readonly update:
    | { readonly type: "none" }
    | { readonly type: "waiting"; readonly accept: () => void };
  /** What has happened to the storage under the open app. */
  readonly storage:
    | { readonly type: "fine" }
    /** The browser emptied it; so many inquiries that were on the screen are kept again. */
    | { readonly type: "cleared"; readonly savedAgain: number }
    | { readonly type: "lost"; readonly error: StorageError };
};

export type AppNewsStore = {
  readonly read: () => AppNews;
  readonly change: (part: Partial<AppNews>) => void;
  readonly listen: (onChange: () => void) => () => void;
};

/** A value with listeners, for `useSyncExternalStore`. */
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
