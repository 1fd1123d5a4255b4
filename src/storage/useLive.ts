import { liveQuery } from "dexie";
import { createContext, useContext, useEffect, useState } from "react";
import type { EnlaceDatabase } from "./database.ts";
import type { OpenDatabase } from "./openDatabase.ts";
import { causeToStorageError, type StorageError } from "./storageError.ts";

/** A failed read is never empty data: a screen has to say which of the three it shows. */
export type Live<T> =
  | { readonly type: "loading" }
  | { readonly type: "ready"; readonly value: T }
  | { readonly type: "failed"; readonly error: StorageError };

/**
 * Reads now, and again whenever what was read changes, in this tab, another, or the worker.
 * `query` is read anew when `key` changes: a new key begins as loading.
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

/** Primed under the same key by the same query, so it is of the query's type. */
const findFirstState = <T>(key: string): Live<T> => {
  const primed = findPrimed(key);
  return primed === undefined ? { type: "loading" } : { type: "ready", value: primed as T };
};

/** A read that a screen makes, under the name by which it is known to mean the same. */
export type LiveQuery<T> = {
  readonly key: string;
  readonly read: (database: EnlaceDatabase) => Promise<T>;
};

const primed = new Map<string, unknown>();

/**
 * Reads what the first screen will show while its code is still being loaded, so that its first
 * rendering is whole. A failure is left to the screen's own read, which says so.
 */
export const primeLive = async <T>(
  database: EnlaceDatabase,
  { key, read }: LiveQuery<T>,
): Promise<void> => {
  const value = await read(database).catch(() => undefined);
  if (value !== undefined) primed.set(key, value);
};

/** What was read for `key` before the first rendering; undefined if nothing was. */
const findPrimed = (key: string): unknown => primed.get(key);

/** From the first live answer on, only live answers count. */
const forgetPrimed = (key: string): void => {
  primed.delete(key);
};

export const DatabaseContext = createContext<OpenDatabase | null>(null);

/** The open database; throws outside of the app's provider. */
export const useDatabase = (): OpenDatabase => {
  const open = useContext(DatabaseContext);
  if (!open) throw new Error("no database above this component");
  return open;
};
