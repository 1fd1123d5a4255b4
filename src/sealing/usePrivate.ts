import { findPrivate } from "#storage/privates.ts";
import { useLive } from "#storage/useLive.ts";
import { type Kept, openRow } from "./privateRecords.ts";
import type { PrivateValues } from "./privateValues.ts";
import type { LivePrivate } from "./usePrivates.ts";
import { useVault } from "./useVault.ts";
import type { RowUnreadable } from "./vault.ts";

export type FoundPrivate<T> =
  | { readonly type: "kept"; readonly kept: Kept<T> }
  | { readonly type: "none" }
  | RowUnreadable;

/** One private value, read again whenever it changes; `locked` while it can't be. */
export const usePrivate = <K extends keyof PrivateValues>(
  kind: K,
  id: string,
): LivePrivate<FoundPrivate<PrivateValues[K]>> => {
  const { vault, state } = useVault();
  const isUnlocked = state.type === "unlocked";
  const live = useLive(async (database) => {
    const row = isUnlocked ? await findPrivate(database, kind, id) : undefined;
    return openRow<PrivateValues[K]>(vault, row);
  }, `private ${kind}/${id} ${isUnlocked}`);
  switch (state.type) {
    case "loading":
    case "failed":
    case "locked":
      return state;
    case "missing":
      return { type: "ready", value: { type: "none" } };
    case "unlocked":
      if (live.type !== "ready") return live;
      if (live.value.ok) return { type: "ready", value: toFound(live.value.value) };
      return live.value.error.type === "vaultLocked"
        ? { type: "locked" }
        : { type: "ready", value: live.value.error };
  }
};

const toFound = <T>(kept: Kept<T> | undefined): FoundPrivate<T> =>
  kept ? { type: "kept", kept } : { type: "none" };
