import { useState } from "react";
import { type EraseError, eraseEverything } from "#storage/device/eraseEverything.ts";
import { announceErasure } from "#storage/device/erasure.ts";
import { useDatabase } from "#storage/useDatabase.ts";

export type Erasing =
  | { readonly type: "idle" }
  | { readonly type: "erasing" }
  | { readonly type: "failed"; readonly error: EraseError };

/** How long other tabs have to close before the person is told that they don't. */
const waitMs = 3_000;

export const useErasing = (): {
  readonly erasing: Erasing;
  readonly erase: () => Promise<void>;
} => {
  const { database } = useDatabase();
  const [erasing, setErasing] = useState<Erasing>({ type: "idle" });
  const erase = async (): Promise<void> => {
    setErasing({ type: "erasing" });
    const scope = new URL(".", location.href).href;
    const erased = await eraseEverything(database, { scope, waitMs });
    if (erased.ok) announceErasure();
    else setErasing({ type: "failed", error: erased.error });
  };
  return { erasing, erase };
};
