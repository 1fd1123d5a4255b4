import { useState } from "react";
import { editionMaxLength } from "#domain/directory/edition.ts";
import { createClosedSealer } from "#sealing/vault/createClosedSealer.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { takeEditionFile } from "#sync/content/refreshDirectory.ts";
import type { TakeEditionError } from "#sync/content/takeEdition.ts";
import { useSync } from "#sync/useSync.ts";

export type Taking =
  | { readonly type: "idle" }
  | { readonly type: "reading" }
  | { readonly type: "taken" }
  | { readonly type: "current" }
  | {
      readonly type: "refused";
      readonly error: TakeEditionError | { readonly type: "fileUnreadable" };
    };

/** What quotes and other letters may add to an edition when it is written as a signed file. */
const fileMaxBytes = 4 * editionMaxLength;

/** Takes an edition from a chosen file, or says why not. */
export const useTakingFile = (): {
  readonly taking: Taking;
  readonly take: (file: File) => Promise<void>;
} => {
  const { database } = useDatabase();
  const { publishers } = useSync();
  const { vault } = useSealing();
  const [taking, setTaking] = useState<Taking>({ type: "idle" });
  const take = async (file: File): Promise<void> => {
    if (file.size > fileMaxBytes) {
      const error = { type: "editionTooLarge", maxLength: editionMaxLength } as const;
      return setTaking({ type: "refused", error });
    }
    setTaking({ type: "reading" });
    // A stick that was pulled out, a file that its app has moved.
    const text = await file.text().catch(() => null);
    if (text === null) return setTaking({ type: "refused", error: { type: "fileUnreadable" } });
    const closed = createClosedSealer(vault);
    const deps = { database, publishers, closed, clock: () => Date.now() };
    const taken = await takeEditionFile(deps, text);
    setTaking(taken.ok ? { type: taken.value } : { type: "refused", error: taken.error });
  };
  return { taking, take };
};
