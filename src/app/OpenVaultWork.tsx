import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { FetchClosedPart } from "./FetchClosedPart.tsx";
import { loadRoute } from "./findScreen.tsx";
import { OpenArrivals } from "./OpenArrivals.tsx";

/** What goes on by itself while the vault is open; loaded when it opens. */
export const OpenVaultWork = () => {
  const { i18n } = useTranslation("app");
  useEffect(() => whenIdle(() => void loadList(i18n).catch(reportError)), [i18n]);
  return (
    <>
      <OpenArrivals />
      <FetchClosedPart />
    </>
  );
};

/** Whoever unlocks the device mostly wants to see the list: it is there before it is asked for. */
const loadList = async (i18n: { loadNamespaces: (name: string) => Promise<void> }) => {
  await Promise.all([loadRoute("#/inquiries"), i18n.loadNamespaces("inquiries")]);
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
