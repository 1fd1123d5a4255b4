import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { loadRoute, routeNamespaces } from "#app/places/findScreen.tsx";
import { type PrivateDeps, useSealing, useVault } from "#sealing/vault/useSealing.ts";
import { isPrivatePartMissing } from "#storage/content/editions.ts";
import { countSealed } from "#storage/counts.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";

/** What goes on by itself while the vault is open; loaded when it opens. */
export const OpenVaultWork = () => {
  const { i18n } = useTranslation("app");
  const deps = useSealing();
  useEffect(() => whenIdle(() => void prepareList(deps, i18n).catch(reportError)), [deps, i18n]);
  return (
    <>
      <OpenArrivals />
      <FetchPrivatePart />
    </>
  );
};

type I18n = { readonly loadNamespaces: (names: readonly string[]) => Promise<void> };

/** Whoever unlocks the device mostly wants to see the list: it is there before it is asked for. */
const prepareList = async (deps: PrivateDeps, i18n: I18n): Promise<void> => {
  const list = "#/inquiries";
  await Promise.all([loadRoute(list), i18n.loadNamespaces(routeNamespaces(list))]);
  const { prepareThreadList } = await import("#features/inquiries/list/useThreadList.ts");
  await prepareThreadList(deps);
};

/** Safari has no idle callbacks: then a moment after what is being shown. */
const whenIdle = (run: () => void): (() => void) => {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(run, 300);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(run);
  return () => cancelIdleCallback(id);
};

/** Asks again for an edition that came while its private contacts could not be sealed. */
const FetchPrivatePart = () => {
  const { refresh } = useSync();
  const isUnlocked = useVault().state.type === "unlocked";
  // A locked page does not even look: the whole edition would be read for it.
  const missing = useLive(
    isUnlocked ? isPrivatePartMissing : () => Promise.resolve(false),
    `private part missing ${isUnlocked}`,
  );
  const isWanted = missing.type === "ready" && missing.value;
  useEffect(() => {
    if (isWanted) refresh().catch(reportError);
  }, [isWanted, refresh]);
  return null;
};

/** Opens what arrives while the device is unlocked, and what arrived while it was not. */
const OpenArrivals = () => {
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
