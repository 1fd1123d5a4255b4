import { createContext, useContext, useSyncExternalStore } from "react";
import type { EnlaceDatabase } from "#storage/database.ts";
import { findLock } from "#storage/privates/lock.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import type { Vault } from "./vault.ts";
import type { VaultState } from "./vaultState.ts";

export const SealingContext = createContext<SealingDeps | null>(null);

/** Returns the first argument of every sealing function; throws outside the app's provider. */
export const useSealing = (): SealingDeps => {
  const deps = useContext(SealingContext);
  if (!deps) throw new Error("no sealing above this component");
  return deps;
};

/** Dependencies for reading and writing private rows. */
export type PrivateDeps = { readonly database: EnlaceDatabase; readonly vault: Vault };

/** Dependencies for writing to another desk. */
export type SealingDeps = PrivateDeps & {
  /** Nothing is queued without persistent storage. */
  readonly lasting: boolean;
  readonly endpointUrl: string | null;
  readonly clock: () => number;
  readonly newId: () => string;
};

/** Tells whether a passkey can also open this device; it may change in another tab. */
export const useHasPasskey = (): Live<boolean> =>
  useLive(async (database) => {
    const lock = await findLock(database);
    return lock !== undefined && lock.passkey !== null;
  }, "passkey");

/** Returns the vault and its current state. */
export const useVault = (): { readonly vault: Vault; readonly state: VaultState } => {
  const { vault } = useSealing();
  return { vault, state: useSyncExternalStore(vault.listen, vault.state) };
};
