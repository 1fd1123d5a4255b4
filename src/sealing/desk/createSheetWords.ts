import type { Language } from "#domain/language.ts";
import { loadWords } from "#sealing/passphrase/loadWords.ts";
import { seedToSheetSecret } from "./seedToSheetSecret.ts";

/** A fresh recovery sheet: what stands on the paper, and to whom is sealed. */
export type SheetWords = {
  readonly words: readonly string[];
  readonly language: Language;
  readonly sealingKey: string;
};

/** How many words a sheet has: 256 bits and a check of 8 (BIP 39). */
export const sheetWordCount = 24;

/**
 * Draws a sheet's secret and gives it as words of a language, once: the secret itself is forgotten,
 * and the words are whatever the caller makes of them.
 */
export const createSheetWords = async (language: Language): Promise<SheetWords> => {
  const { entropyToMnemonic } = await import("@scure/bip39");
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const words = entropyToMnemonic(seed, [...(await loadWords(language))]).split(" ");
  const { sealingKey } = await seedToSheetSecret(seed);
  seed.fill(0);
  return { words, language, sealingKey };
};
