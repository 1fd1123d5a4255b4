import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "#domain/device/profile.ts";
import { type Instant, msToInstant } from "#domain/instant.ts";
import { chooseLanguage } from "#domain/language.ts";
import { foldText } from "#domain/text.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { createSheetWords, type SheetWords } from "#sealing/desk/sheetWords.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { type SheetFailure, usePublishingSheet } from "./usePublishingSheet.ts";

/** A sheet that was drawn and not published. */
export type DrawnSheet = SheetWords & { readonly drawnAt: Instant };

export type MakingStep =
  | { readonly type: "before" }
  | { readonly type: "words"; readonly drawn: DrawnSheet }
  /** `places`: the indices, from 0, of the words to check. */
  | { readonly type: "check"; readonly drawn: DrawnSheet; readonly places: readonly number[] }
  | { readonly type: "done" };

export type MakingSheet = {
  readonly step: MakingStep;
  readonly isWorking: boolean;
  readonly failure: SheetFailure | null;
  readonly draw: () => void;
  readonly check: (drawn: DrawnSheet) => void;
  readonly showAgain: (drawn: DrawnSheet) => void;
  readonly publish: (drawn: DrawnSheet) => void;
};

/**
 * Makes a sheet, from drawing the words to publishing it. The words exist only in this state:
 * leaving the page drops them, and so does publishing.
 */
export const useMakingSheet = (enrolment: Enrolment): MakingSheet => {
  const { i18n } = useTranslation("device");
  const sealing = useSealing();
  const { sign, publish } = usePublishingSheet();
  const [step, setStep] = useState<MakingStep>({ type: "before" });
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<SheetFailure | null>(null);
  // Publishing the same bytes again, whatever the result of the last try, makes the same sheet.
  const [signed, setSigned] = useState<SignedFile | null>(null);
  const work = async (run: () => Promise<void>): Promise<void> => {
    if (isWorking) return;
    setWorking(true);
    setFailure(null);
    try {
      await run();
    } finally {
      setWorking(false);
    }
  };
  const publishDrawn = async ({ sealingKey }: DrawnSheet): Promise<void> => {
    const file = signed ? { ok: true as const, value: signed } : await sign(enrolment, sealingKey);
    if (!file.ok) return setFailure(file.error);
    setSigned(file.value);
    const published = await publish(enrolment, file.value);
    if (published.ok) setStep({ type: "done" });
    else setFailure(published.error);
  };
  return {
    step,
    isWorking,
    failure,
    draw: () =>
      void work(async () => {
        const words = await createSheetWords(chooseLanguage([i18n.language]));
        setStep({ type: "words", drawn: { ...words, drawnAt: msToInstant(sealing.clock()) } });
      }).catch(reportError),
    check: (drawn) => {
      const places = planSheetCheck(drawn.words.length, [drawChance(), drawChance(), drawChance()]);
      setStep({ type: "check", drawn, places });
    },
    showAgain: (drawn) => setStep({ type: "words", drawn }),
    publish: (drawn) => void work(() => publishDrawn(drawn)).catch(reportError),
  };
};

const drawChance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/**
 * Chooses which words to check, as indices from 0: one of each third of the sheet, each by a random
 * number between 0 and 1, so that a person who copied only the beginning can't continue.
 */
export const planSheetCheck = (
  wordCount: number,
  chances: readonly [number, number, number],
): readonly number[] => {
  const third = wordCount / 3;
  return chances.map((chance, part) => Math.floor((part + chance) * third));
};

/** True if a typed word is the sheet's word, ignoring case and accents. */
export const isSheetWord = (typed: string, word: string): boolean =>
  foldText(typed.trim()) === foldText(word);
