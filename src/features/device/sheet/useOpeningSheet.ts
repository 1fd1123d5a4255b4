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
  /**
   * Resolves to true if the words belong to a sheet of this desk: they are not needed any longer.
   */
  readonly open: (typed: string) => Promise<boolean>;
  /** Forgets the result for earlier words. */
  readonly forget: () => void;
};

/**
 * Opens a desk's earlier letters with the words of its recovery sheet, and saves none of the words.
 */
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
    // Updates the registry, which lists devices and sheets, if the device is online.
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
