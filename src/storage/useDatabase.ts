import { createContext, useContext } from "react";
import type { OpenDatabase } from "./openDatabase.ts";

export const DatabaseContext = createContext<OpenDatabase | null>(null);

/** The open database; throws outside of the app's provider. */
export const useDatabase = (): OpenDatabase => {
  const open = useContext(DatabaseContext);
  if (!open) throw new Error("no database above this component");
  return open;
};
