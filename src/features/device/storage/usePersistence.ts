import { useEffect, useState } from "react";

export type Persistence =
  | { readonly type: "unknown" }
  /** The browser has no word for it. */
  | { readonly type: "unsupported" }
  | { readonly type: "kept" }
  | { readonly type: "notPromised" }
  /** The browser may be asking the person: nothing waits for it. */
  | { readonly type: "asking" }
  | { readonly type: "refused" };

/** Whether the browser has promised to keep the storage, and how to ask for it. */
export const usePersistence = (): {
  readonly persistence: Persistence;
  readonly ask: () => void;
} => {
  const [persistence, setPersistence] = useState<Persistence>({ type: "unknown" });
  useEffect(() => {
    let isGone = false;
    const show = (found: Persistence): void => {
      if (!isGone) setPersistence(found);
    };
    readPersisted().then(show, () => show({ type: "unsupported" }));
    return () => {
      isGone = true;
    };
  }, []);
  const ask = (): void => {
    setPersistence({ type: "asking" });
    navigator.storage.persist().then(
      (isKept) => setPersistence({ type: isKept ? "kept" : "refused" }),
      () => setPersistence({ type: "refused" }),
    );
  };
  return { persistence, ask };
};

const readPersisted = async (): Promise<Persistence> => {
  if (!("storage" in navigator) || !("persisted" in navigator.storage)) {
    return { type: "unsupported" };
  }
  return { type: (await navigator.storage.persisted()) ? "kept" : "notPromised" };
};
