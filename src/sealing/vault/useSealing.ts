import { createContext, useContext } from "react";
import type { SealingDeps } from "./sealingDeps.ts";

export const SealingContext = createContext<SealingDeps | null>(null);

/** What every function of sealing wants as its first argument; throws outside of the app's provider. */
export const useSealing = (): SealingDeps => {
  const deps = useContext(SealingContext);
  if (!deps) throw new Error("no sealing above this component");
  return deps;
};
