import { useState } from "react";
import type { DeskId } from "#domain/desk.ts";
import {
  type OpenWithSheetError,
  openWithSheet,
  type SheetOutcome,
} from "#sealing/desk/openWithSheet.ts";
import { readSheetWords, type SheetWordsError } from "#sealing/desk/sheetWords.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useSync } from "#sync/useSync.ts";

export type OpeningError = SheetWordsError | OpenWithSheetError;

export type OpeningSheet = {
  readonly outcome: SheetOutcome | null;
  readonly error: OpeningError | null;
  readonly isWorking: boolean;
  /** True when the words were those of a sheet of this desk: they are wanted no more. */
  readonly open: (typed: string) => Promise<boolean>;
  /** What was said of other words. */
  readonly forget: () => void;
};

/** Opens a desk's earlier mail with the words of its recovery sheet, and keeps nothing of them. */
export const useOpeningSheet = (desk: DeskId): OpeningSheet => {
  const sealing = useSealing();
  const sync = useSync();
  const [outcome, setOutcome] = useState<SheetOutcome | null>(null);
  const [error, setError] = useState<OpeningError | null>(null);
  const [isWorking, setWorking] = useState(false);
  const run = async (typed: string): Promise<boolean> => {
    const secret = await readSheetWords(typed);
    if (!secret.ok) {
      setError(secret.error);
      return false;
    }
    // Who wrote what, and which sheets there were: as new as the network gives it.
    const { isRegistryFresh } = await sync.refresh();
    const opened = await openWithSheet(sealing, desk, secret.value, { isRegistryFresh });
    if (opened.ok) setOutcome(opened.value);
    else setError(opened.error);
    return opened.ok;
  };
  return {
    outcome,
    error,
    isWorking,
    open: async (typed) => {
      if (isWorking) return false;
      setWorking(true);
      setError(null);
      setOutcome(null);
      try {
        return await run(typed);
      } finally {
        setWorking(false);
      }
    },
    forget: () => setError(null),
  };
};
