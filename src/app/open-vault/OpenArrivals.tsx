import { useEffect } from "react";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useVault } from "#sealing/vault/useVault.ts";
import { countSealed } from "#storage/countSealed.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";

/** Opens what arrives while the device is unlocked, and what arrived while it was not. */
export const OpenArrivals = () => {
  const deps = useSealing();
  const { refresh } = useSync();
  const isUnlocked = useVault().state.type === "unlocked";
  const sealed = useLive(countSealed, "sealed");
  const count = sealed.type === "ready" ? sealed.value : 0;
  useEffect(() => {
    if (!isUnlocked || count === 0) return;
    const open = async (): Promise<void> => {
      // Lazy: what opens is 60 KiB of cryptography.
      const { openArrivals } = await import("#sealing/arrivals/openArrivals.ts");
      const opened = await openArrivals(deps, { isRegistryFresh: false });
      if (!opened.ok || opened.value.left === 0) return;
      // Written by a device that is newer than the registry that we hold.
      await openArrivals(deps, await refresh());
    };
    open().catch(reportError);
  }, [isUnlocked, count, deps, refresh]);
  return null;
};
