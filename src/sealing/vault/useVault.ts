import { useSyncExternalStore } from "react";
import { useSealing } from "./useSealing.ts";
import type { Vault, VaultState } from "./vault.ts";

/** The vault and its state now. */
export const useVault = (): { readonly vault: Vault; readonly state: VaultState } => {
  const { vault } = useSealing();
  return { vault, state: useSyncExternalStore(vault.listen, vault.state) };
};
