import { passphraseMinLength } from "#domain/device/lockRecord.ts";
import type { Language } from "#domain/language.ts";
import type { Judge, PassphraseWarning } from "./judge.ts";
import { loadWords } from "./loadWords.ts";

export type PassphraseJudgement = {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly warning?: PassphraseWarning;
  /** True if the passphrase may lock a device or an export. */
  readonly isEnough: boolean;
};

/**
 * The minimum of guesses, as a power of ten, for a passphrase that is enough: four random words, or
 * 13 characters that follow no pattern. An attacker with a copy of the disk makes some 10,000
 * guesses a second with each graphics card: 30 years with one card.
 */
const enoughLog10 = 13;

const scoresLog10 = [4, 7, 10, enoughLog10] as const;

/** Draws random words from the list of a language (BIP 39, 2,048 words: 11 bits each). */
export const generateWords = async (language: Language, count = 6): Promise<readonly string[]> => {
  const words = await loadWords(language);
  // 2,048 divides 65,536: every word is as likely as any other.
  const places = crypto.getRandomValues(new Uint16Array(count));
  return Array.from(places, (place) => words[place % words.length] ?? "");
};

/** Judges how a passphrase withstands unlimited guessing; offline, in the user's language. */
export const judgePassphrase = async (
  typed: string,
  language: Language,
): Promise<PassphraseJudgement> => {
  const passphrase = readPassphrase(typed);
  if (passphrase.length < passphraseMinLength) {
    return { score: 0, warning: "tooShort", isEnough: false };
  }
  const judge = await findJudge(language);
  const { guessesLog10, warning } = judge(passphrase);
  const passed = scoresLog10.filter((least) => guessesLog10 >= least).length;
  const isEnough = guessesLog10 >= enoughLog10;
  return {
    // The table has exactly four steps.
    score: passed as PassphraseJudgement["score"],
    ...(warning && !isEnough ? { warning } : {}),
    isEnough,
  };
};

const judges = new Map<Language, Promise<Judge>>();

const findJudge = (language: Language): Promise<Judge> => {
  const loading = judges.get(language);
  if (loading) return loading;
  const made = import("./judge.ts").then(({ createJudge }) => createJudge(language));
  judges.set(language, made);
  // A chunk that could not be fetched is requested again next time.
  made.catch(() => judges.delete(language));
  return made;
};

/**
 * Normalizes a passphrase, so that it is the same however a keyboard writes it: accents composed or
 * not, and without the space that a phone adds after a word. The normalized text is the one that is
 * judged, measured and used to unlock.
 */
export const readPassphrase = (typed: string): string =>
  typed.normalize("NFKC").trim().replace(/\s+/g, " ");
