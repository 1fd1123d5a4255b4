import type { PrivateValues } from "#sealing/vault/privateValues.ts";
import { useVault } from "#sealing/vault/useSealing.ts";
import type { PrivateKind } from "#storage/database.ts";
import { listPrivates } from "#storage/privates/privates.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import { openRows, type PrivateList } from "./privateRecords.ts";

export type LivePrivate<T> = Live<T> | { readonly type: "locked" };

/**
 * Returns all private values of a kind, read again whenever one changes, or `locked` while they
 * can't be read. Before a passphrase exists nothing is private: the list is empty.
 */
export const usePrivates = <K extends PrivateKind>(
  kind: K,
): LivePrivate<PrivateList<PrivateValues[K]>> => {
  const { vault, state } = useVault();
  const isUnlocked = state.type === "unlocked";
  const live = useLive(async (database) => {
    const rows = isUnlocked ? await listPrivates(database, kind) : [];
    return openRows(vault, kind, rows);
  }, `privates ${kind} ${isUnlocked}`);
  switch (state.type) {
    case "loading":
    case "failed":
    case "locked":
      return state;
    case "missing":
      return { type: "ready", value: { kept: [], unreadable: [] } };
    case "unlocked":
      if (live.type !== "ready") return live;
      return live.value.ok ? { type: "ready", value: live.value.value } : { type: "locked" };
  }
};
