import { createContext, useContext, useSyncExternalStore } from "react";
import type { EnlaceDatabase } from "#storage/database.ts";
import { findLock } from "#storage/privates/lock.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import type { Vault } from "./vault.ts";
import type { VaultState } from "./vaultState.ts";

export const SealingContext = createContext<SealingDeps | null>(null);

/** What every function of sealing wants as its first argument; throws outside of the app's provider. */
export const useSealing = (): SealingDeps => {
  const deps = useContext(SealingContext);
  if (!deps) throw new Error("no sealing above this component");
  return deps;
};

/** What reading and writing of private rows needs. */
export type PrivateDeps = { readonly database: EnlaceDatabase; readonly vault: Vault };

/** What writing to another desk needs. */
export type SealingDeps = PrivateDeps & {
  /** Without lasting storage nothing is queued. */
  readonly lasting: boolean;
  readonly endpointUrl: string | null;
  readonly clock: () => number;
  readonly newId: () => string;
};

/** Whether a passkey opens this device besides the passphrase; it may change in another tab. */
export const useHasPasskey = (): Live<boolean> =>
  useLive(async (database) => {
    const lock = await findLock(database);
    return lock !== undefined && lock.passkey !== null;
  }, "passkey");

/** The vault and its state now. */
export const useVault = (): { readonly vault: Vault; readonly state: VaultState } => {
  const { vault } = useSealing();
  return { vault, state: useSyncExternalStore(vault.listen, vault.state) };
};
