// oxlint-disable-next-line typescript/triple-slash-reference -- whichever program compiles this file
/// <reference path="./virtual.d.ts" />
import { leakedPasswords } from "virtual:common-passwords";
import { ZxcvbnFactory, type ZxcvbnResult } from "@zxcvbn-ts/core";
import { adjacencyGraphs } from "@zxcvbn-ts/language-common";
import { type Language, languages } from "#domain/language.ts";
import { loadWords } from "./loadWords.ts";

// The lazy part: 55 KiB of lists. It is imported by `import()` only.

/** How many guesses a passphrase withstands, as a power of ten, and what is weak in it. */
export type Judge = (passphrase: string) => {
  readonly guessesLog10: number;
  readonly warning: PassphraseWarning | undefined;
};

/** Creates a judge for a person's language; everything that it needs is on the device. */
export const createJudge = async (language: Language): Promise<Judge> => {
  const lists = await Promise.all(
    languages.map(async (each) => [each, listSpellings(await loadWords(each))] as const),
  );
  const dictionary = {
    passwords: [...commonPasswords],
    "passwords-leaked": [...leakedPasswords],
    userInputs: [...knownWords],
    months: listNames(language, 12, (month) => [Date.UTC(2024, month, 1), { month: "long" }]),
    daysOfWeek: listNames(language, 7, (day) => [Date.UTC(2024, 0, 1 + day), { weekday: "long" }]),
    ...Object.fromEntries(lists),
  };
  const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const listed = new Set(lists.flatMap(([, words]) => words));
  return (passphrase) => {
    const found = factory.check(passphrase.toLowerCase());
    const wovenLog10 = splitWoven(passphrase.toLowerCase())
      .map((half) => factory.check(half).guessesLog10)
      .reduce((sum, log10) => sum + log10, 0);
    const capLog10 = capGuessesLog10(passphrase, listed);
    const guessesLog10 = Math.min(found.guessesLog10, wovenLog10, capLog10);
    return {
      guessesLog10,
      warning: guessesLog10 === wovenLog10 ? "sequence" : findWarning(found),
    };
  };
};

/** Splits a text into odd and even characters: `q1w2e3r4` alternates two rows of keys. */
const splitWoven = (text: string): readonly string[] => [
  text.replace(/(.).?/gsu, "$1"),
  text.replace(/.(.?)/gsu, "$1"),
];

/** Adds each word's spelling without accents, because people leave them out. */
const listSpellings = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const bare = word.normalize("NFD").replace(/\p{Mark}/gu, "");
    return bare === word ? [word] : [word, bare];
  });

const listNames = (
  language: Language,
  count: number,
  name: (index: number) => [number, Intl.DateTimeFormatOptions],
): string[] =>
  Array.from({ length: count }, (_, index) => {
    const [day, form] = name(index);
    return new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }).format(day);
  });

/** Guesses for one word of our lists of 2,048. */
const listedLog10 = Math.log10(2048);

/**
 * 2.3 bits for each letter of a text whose last eight letters are known (Shannon, “Prediction and
 * Entropy of Printed English”, 1951). No list has to contain the word.
 */
const spokenLog10 = 0.7;

/**
 * Returns the maximum of guesses, as a power of ten, for an attacker who knows that the passphrase
 * is made of language: of our words, in one of four languages, or of any pronounceable ones.
 * Unpronounceable parts count in full: they were drawn at random.
 */
const capGuessesLog10 = (passphrase: string, listed: ReadonlySet<string>): number =>
  passphrase
    .split(/[\s.,_-]+/)
    .map((word) => (listed.has(word.toLowerCase()) ? listedLog10 : capWordLog10(word)))
    .reduce((sum, log10) => sum + log10, Math.log10(languages.length));

/** A capital within a word ends a run, because language has none there. */
const capWordLog10 = (word: string): number =>
  (word.match(/\p{Lu}?\p{Ll}+|\p{Lu}+|./gu) ?? [])
    .map((run) => run.length * (isSpoken(run) ? spokenLog10 : 1))
    .reduce((sum, log10) => sum + log10, 0);

const isSpoken = (run: string): boolean => {
  const vowels = run.normalize("NFD").replace(/[^aeiouy]/gi, "").length;
  return run.length >= 5 && vowels >= run.length / 4;
};

/**
 * Passwords that everybody tries first, in our four languages, most of them missing from the list
 * of leaked ones; the best known come first.
 */
const commonPasswords: readonly string[] = `
123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 abc123 qwerty123
1q2w3e4r 1q2w3e 1qaz2wsx qwertyuiop asdfghjkl asdfgh zxcvbnm azerty azertyuiop qazwsx 000000 654321
666666 121212 987654321 iloveyou welcome admin administrator root letmein login master monkey
football baseball basketball superman batman sunshine princess shadow michael jordan hunter trustno1
secret changeme passw0rd password1 passphrase whatever freedom starwars summer winter spring autumn
contraseña contrasena clave micontraseña secreto hola teamo teamomucho tequiero miamor futbol
estrella princesa corazon bonita amorcito gatito perrito mexico colombia argentina chile peru brasil
barcelona realmadrid bocajuniors riverplate colocolo verano primavera dios jesus jesucristo cristo
senha senha123 minhasenha segredo mudar123 amor amorzinho teamo saudade flamengo corinthians palmeiras
santos brasil123 felicidade gabriel familia deus jesuscristo estrela
motdepasse mdp secret bonjour soleil doudou loulou chouchou jetaime amour marseille nicolas
coucou chocolat liberte bienvenue
`
  .trim()
  .split(/\s+/);

/** Words that anyone who has this device already associates with its owner. */
const knownWords: readonly string[] = `
enlace oas oea cicte embassy embajada embaixada ambassade ministry ministerio ministere
cancilleria chancelaria chancellerie itamaraty diplomat diplomatico diplomata diplomate
inquiry consulta incident incidente cyber ciber security seguridad seguranca securite cbm
secretaria secretariat estado state department exterior exteriores foreign affairs affaires
etrangeres relaciones relacoes relations internacional internacionais mision missao republica
`
  .trim()
  .split(/\s+/);

/** Why a passphrase is easy to guess. */
export type PassphraseWarning =
  | "tooShort"
  | "commonPassword"
  | "fewWords"
  | "repeated"
  | "sequence"
  | "date"
  | "enlaceWord";

const byWarning: Readonly<Record<string, PassphraseWarning>> = {
  topTen: "commonPassword",
  topHundred: "commonPassword",
  common: "commonPassword",
  similarToCommon: "commonPassword",
  wordByItself: "fewWords",
  straightRow: "sequence",
  keyPattern: "sequence",
  simpleRepeat: "repeated",
  extendedRepeat: "repeated",
  sequences: "sequence",
  dates: "date",
  recentYears: "date",
  userInputs: "enlaceWord",
};

/** Returns zxcvbn's first reason; zxcvbn itself warns about very weak passphrases only. */
const findWarning = ({
  feedback,
  sequence,
}: Pick<ZxcvbnResult, "feedback" | "sequence">): PassphraseWarning | undefined => {
  const warning = feedback.warning === null ? undefined : byWarning[feedback.warning];
  if (warning) return warning;
  if (sequence.some(({ dictionaryName }) => dictionaryName === "userInputs")) return "enlaceWord";
  const patterns = new Set(sequence.map(({ pattern }) => pattern));
  if (patterns.has("spatial")) return "sequence";
  return patterns.has("dictionary") ? "fewWords" : undefined;
};
