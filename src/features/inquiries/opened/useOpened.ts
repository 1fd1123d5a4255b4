import { useEffect, useState } from "react";
import type { Result } from "#domain/result.ts";
import type { LivePrivate } from "#sealing/records/usePrivates.ts";
import type { VaultLocked } from "#sealing/vault/rowCodec.ts";
import { type PrivateDeps, useSealing } from "#sealing/vault/useSealing.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import type { StorageError } from "#storage/storageError.ts";
import { useLive } from "#storage/useLive.ts";

type OpenError = StorageError | VaultLocked;

/**
 * Reads rows of several kinds in one transaction, then opens them; again whenever one of them
 * changes. The last result stays until the next is ready. A new `key` means that `read` reads
 * something else.
 */
export const useOpened = <R, T>(
  read: (database: EnlaceDatabase) => Promise<R>,
  open: (deps: PrivateDeps, rows: R) => Promise<Result<T, OpenError>>,
  key: string,
): LivePrivate<T> => {
  const deps = useSealing();
  const rows = useLive(read, key);
  const [opened, setOpened] = useState<{ key: string; result: Result<T, OpenError> } | null>(null);
  useEffect(() => {
    if (rows.type !== "ready") return undefined;
    let isWanted = true;
    void open(deps, rows.value).then((result) => {
      if (isWanted) setOpened({ key, result });
    });
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `open` is the same for the same key
  }, [deps, rows, key]);
  if (rows.type === "failed") return rows;
  if (opened?.key !== key) return { type: "loading" };
  const { result } = opened;
  if (result.ok) return { type: "ready", value: result.value };
  return result.error.type === "vaultLocked"
    ? { type: "locked" }
    : { type: "failed", error: result.error };
};
