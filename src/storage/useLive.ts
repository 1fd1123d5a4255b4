import { liveQuery } from "dexie";
import { useEffect, useState } from "react";
import type { EnlaceDatabase } from "./database.ts";
import { findPrimed, forgetPrimed } from "./primeLive.ts";
import { causeToStorageError, type StorageError } from "./storageError.ts";
import { useDatabase } from "./useDatabase.ts";

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
