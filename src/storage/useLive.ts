import { liveQuery } from "dexie";
import { createContext, useContext, useEffect, useState } from "react";
import type { EnlaceDatabase } from "./database.ts";
import type { OpenDatabase } from "./openDatabase.ts";
import { causeToStorageError, type StorageError } from "./storageError.ts";

/** The state of a live read. A failed read is never empty data: a screen shows which it is. */
export type Live<T> =
  | { readonly type: "loading" }
  | { readonly type: "ready"; readonly value: T }
  | { readonly type: "failed"; readonly error: StorageError };

/**
 * Reads now, and again whenever the data changes, in this tab, another, or the worker. A new `key`
 * runs the new `query` and starts as loading.
 */
export const useLive = <T>(
  query: (database: EnlaceDatabase) => Promise<T>,
  key: string,
): Live<T> => {
  const { database } = useDatabase();
  const [live, setLive] = useState<{ key: string; state: Live<T> }>(() => ({
    key,
    state: findFirstState(key),
  }));
  useEffect(() => {
    const subscription = liveQuery(() => query(database)).subscribe({
      next: (value) => {
        forgetPrimed(key);
        setLive({ key, state: { type: "ready", value } });
      },
      error: (cause: unknown) =>
        setLive({ key, state: { type: "failed", error: causeToStorageError(cause) } }),
    });
    return () => subscription.unsubscribe();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `query` is new at each render; `key` says when it means something else
  }, [database, key]);
  return live.key === key ? live.state : { type: "loading" };
};

/** Returns the primed value, if any; its type fits because its key and query are the same. */
const findFirstState = <T>(key: string): Live<T> => {
  const primed = findPrimed(key);
  return primed === undefined ? { type: "loading" } : { type: "ready", value: primed as T };
};

/** A screen's read, and the key that identifies it. */
export type LiveQuery<T> = {
  readonly key: string;
  readonly read: (database: EnlaceDatabase) => Promise<T>;
};

const primed = new Map<string, unknown>();

/**
 * Reads the first screen's data while its code is still loading, so that its first rendering is
 * complete. A failure is ignored: the screen's own read reports it.
 */
export const primeLive = async <T>(
  database: EnlaceDatabase,
  { key, read }: LiveQuery<T>,
): Promise<void> => {
  const value = await read(database).catch(() => undefined);
  if (value !== undefined) primed.set(key, value);
};

/** Returns the value read for `key` before the first rendering; undefined if there is none. */
const findPrimed = (key: string): unknown => primed.get(key);

/** Removes the primed value: after the first live result, only live results are used. */
const forgetPrimed = (key: string): void => {
  primed.delete(key);
};

export const DatabaseContext = createContext<OpenDatabase | null>(null);

/** Returns the open database; throws outside the app's provider. */
export const useDatabase = (): OpenDatabase => {
  const open = useContext(DatabaseContext);
  if (!open) throw new Error("no database above this component");
  return open;
};
