import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { loadRoute } from "#app/places/findScreen.tsx";
import type { PrivateDeps } from "#sealing/vault/sealingDeps.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { FetchClosedPart } from "./FetchClosedPart.tsx";
import { OpenArrivals } from "./OpenArrivals.tsx";

/** What goes on by itself while the vault is open; loaded when it opens. */
export const OpenVaultWork = () => {
  const { i18n } = useTranslation("app");
  const deps = useSealing();
  useEffect(() => whenIdle(() => void prepareList(deps, i18n).catch(reportError)), [deps, i18n]);
  return (
    <>
      <OpenArrivals />
      <FetchClosedPart />
    </>
  );
};

type I18n = { readonly loadNamespaces: (name: string) => Promise<void> };

/** Whoever unlocks the device mostly wants to see the list: it is there before it is asked for. */
const prepareList = async (deps: PrivateDeps, i18n: I18n): Promise<void> => {
  await Promise.all([loadRoute("#/inquiries"), i18n.loadNamespaces("inquiries")]);
  const { prepareThreadList } = await import("#features/inquiries/list/prepareThreadList.ts");
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
