import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { loadRoute, routeNamespaces } from "#app/places/findScreen.tsx";
import { type PrivateDeps, useSealing, useVault } from "#sealing/vault/useSealing.ts";
import { isPrivatePartMissing } from "#storage/content/editions.ts";
import { countSealed } from "#storage/counts.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";

/** Background work while the vault is open; loaded when it opens. */
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

/**
 * Most people who unlock the device want to see the list, so it is prepared before they ask for it.
 */
const prepareList = async (deps: PrivateDeps, i18n: I18n): Promise<void> => {
  const list = "#/inquiries";
  await Promise.all([loadRoute(list), i18n.loadNamespaces(routeNamespaces(list))]);
  const { prepareThreadList } = await import("#features/inquiries/list/useThreadList.ts");
  await prepareThreadList(deps);
};

/** Safari has no idle callbacks: then it runs a moment after the current rendering. */
const whenIdle = (run: () => void): (() => void) => {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(run, 300);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(run);
  return () => cancelIdleCallback(id);
};

/** Fetches an edition again if it arrived when its private contacts could not be sealed. */
const FetchPrivatePart = () => {
  const { refresh } = useSync();
  const isUnlocked = useVault().state.type === "unlocked";
  // A locked page does not even check, because that would read the whole edition.
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

/** Opens arrivals while the device is unlocked, including those that came before. */
const OpenArrivals = () => {
  const deps = useSealing();
  const { refresh } = useSync();
  const isUnlocked = useVault().state.type === "unlocked";
  const sealed = useLive(countSealed, "sealed");
  const count = sealed.type === "ready" ? sealed.value : 0;
  useEffect(() => {
    if (!isUnlocked || count === 0) return;
    const open = async (): Promise<void> => {
      // Lazy, because opening needs 60 KiB of cryptography.
      const { openArrivals } = await import("#sealing/arrivals/openArrivals.ts");
      const opened = await openArrivals(deps, { isRegistryFresh: false });
      if (!opened.ok || opened.value.left === 0) return;
      // What is left was written by a device that is newer than this device's registry.
      await openArrivals(deps, await refresh());
    };
    open().catch(reportError);
  }, [isUnlocked, count, deps, refresh]);
  return null;
};
