import type { ZxcvbnResult } from "@zxcvbn-ts/core";
import { type Language, languages } from "#domain/language.ts";
import { passphraseMinLength } from "#domain/lockRecord.ts";
import { createJudge, type Judge } from "./createJudge.ts";
import { loadWords } from "./loadWords.ts";

/** Why a passphrase is easy to guess. */
export type PassphraseWarning =
  | "tooShort"
  | "commonPassword"
  | "fewWords"
  | "repeated"
  | "sequence"
  | "date"
  | "enlaceWord";

export type PassphraseJudgement = {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly warning?: PassphraseWarning;
  /** Only then may it lock a device or an export. */
  readonly isEnough: boolean;
};

/**
 * Guesses as a power of ten, from which on it is enough: four words by chance, or 13 characters that
 * follow from nothing. Whoever has copied the disk guesses some 10,000 times a second with each
 * graphics card: 30 years for one.
 */
const enoughLog10 = 13;
const scoresLog10 = [4, 7, 10, enoughLog10] as const;

/** Words by chance from the list of a language (BIP 39, 2,048 words: 11 bits each). */
export const generateWords = async (language: Language, count = 6): Promise<readonly string[]> => {
  const words = await loadWords(language);
  // 2,048 divides 65,536: every word is as likely as any other.
  const places = crypto.getRandomValues(new Uint16Array(count));
  return Array.from(places, (place) => words[place % words.length] ?? "");
};

/** How well a passphrase withstands guessing without a limit; offline, in the person's language. */
export const judgePassphrase = async (
  text: string,
  language: Language,
): Promise<PassphraseJudgement> => {
  const typed = text.normalize("NFC").trim().toLowerCase();
  if (typed.length < passphraseMinLength) {
    return { score: 0, warning: "tooShort", isEnough: false };
  }
  const { factory, listed } = await findJudge(language);
  const { guessesLog10: estimatedLog10, feedback, sequence } = factory.check(typed);
  const guessesLog10 = Math.min(estimatedLog10, capWordsLog10(typed, listed));
  const passed = scoresLog10.filter((least) => guessesLog10 >= least).length;
  const isEnough = guessesLog10 >= enoughLog10;
  const warning = isEnough ? undefined : findWarning(feedback.warning, sequence);
  return {
    // As many as there are steps in the table.
    score: passed as PassphraseJudgement["score"],
    ...(warning ? { warning } : {}),
    isEnough,
  };
};

/** Whoever knows that it is made of our words tries no letters: 2,048 for each, in four languages. */
const capWordsLog10 = (typed: string, listed: ReadonlySet<string>): number => {
  const words = typed.split(/[\s.,_-]+/).filter((word) => word !== "");
  return words.every((word) => listed.has(word))
    ? Math.log10(languages.length) + words.length * Math.log10(2048)
    : Infinity;
};

const judges = new Map<Language, Promise<Judge>>();

const findJudge = (language: Language): Promise<Judge> => {
  const held = judges.get(language);
  if (held) return held;
  const made = createJudge(language);
  judges.set(language, made);
  // A chunk that could not be fetched is asked for again.
  made.catch(() => judges.delete(language));
  return made;
};

const warnings: Readonly<Record<string, PassphraseWarning>> = {
  topTen: "commonPassword",
  topHundred: "commonPassword",
  common: "commonPassword",
  similarToCommon: "commonPassword",
  wordByItself: "fewWords",
  simpleRepeat: "repeated",
  extendedRepeat: "repeated",
  sequences: "sequence",
  dates: "date",
  recentYears: "date",
  userInputs: "enlaceWord",
};

const findWarning = (
  warning: string | null,
  sequence: ZxcvbnResult["sequence"],
): PassphraseWarning | undefined => {
  if (warning !== null && warnings[warning]) return warnings[warning];
  return sequence.some(({ pattern }) => pattern === "dictionary") ? "fewWords" : undefined;
};
