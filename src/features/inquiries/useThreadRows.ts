import { useEffect, useState } from "react";
import type { ThreadId } from "#domain/envelope.ts";
import type { Result } from "#domain/result.ts";
import type { LivePrivate } from "#sealing/usePrivates.ts";
import { useSealing } from "#sealing/useSealing.ts";
import type { VaultLocked } from "#sealing/vault.ts";
import { findThreadRows, listThreadRows } from "#storage/threadRows.ts";
import { useLive } from "#storage/useLive.ts";
import { type OpenedRows, openThreadRows } from "./openThreadRows.ts";

type Opened = { readonly key: string; readonly result: Result<OpenedRows, VaultLocked> };

/** One thread, or all of them, read again whenever anything about them changes. */
export const useThreadRows = (id?: ThreadId): LivePrivate<OpenedRows> => {
  const { vault } = useSealing();
  const key = id ? `thread ${id}` : "threads";
  const rows = useLive(id ? (database) => findThreadRows(database, id) : listThreadRows, key);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  useEffect(() => {
    if (rows.type !== "ready") return undefined;
    let isWanted = true;
    void openThreadRows(vault, rows.value).then((result) => {
      if (isWanted) setOpened({ key, result });
    });
    return () => {
      isWanted = false;
    };
  }, [vault, rows, key]);
  if (rows.type === "failed") return rows;
  if (opened?.key !== key) return { type: "loading" };
  const { result } = opened;
  return result.ok ? { type: "ready", value: result.value } : { type: "locked" };
};
