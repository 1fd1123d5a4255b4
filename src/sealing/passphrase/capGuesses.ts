import { languages } from "#domain/language.ts";

/** A word of our lists, drawn from 2,048. */
const listedLog10 = Math.log10(2048);

/**
 * 2.3 bits: a letter of a text whose last eight are known (Shannon, “Prediction and Entropy of
 * Printed English”, 1951). No list has to know the word.
 */
const spokenLog10 = 0.7;

/**
 * As many guesses, as a power of ten, as a passphrase takes at the most from who knows that it is
 * made of language: of our words, in one of four languages, or of any that can be spoken. What can't
 * be spoken counts in full: somebody drew it.
 */
export const capGuessesLog10 = (passphrase: string, listed: ReadonlySet<string>): number =>
  passphrase
    .split(/[\s.,_-]+/)
    .map((word) => (listed.has(word.toLowerCase()) ? listedLog10 : capWordLog10(word)))
    .reduce((sum, log10) => sum + log10, Math.log10(languages.length));

/** Capitals within are no language, so they end a run. */
const capWordLog10 = (word: string): number =>
  (word.match(/\p{Lu}?\p{Ll}+|\p{Lu}+|./gu) ?? [])
    .map((run) => run.length * (isSpoken(run) ? spokenLog10 : 1))
    .reduce((sum, log10) => sum + log10, 0);

const isSpoken = (run: string): boolean => {
  const vowels = run.normalize("NFD").replace(/[^aeiouy]/gi, "").length;
  return run.length >= 5 && vowels >= run.length / 4;
};
