// oxlint-disable-next-line typescript/triple-slash-reference -- whichever program compiles this file
/// <reference path="./virtual.d.ts" />
import { leakedPasswords } from "virtual:common-passwords";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs } from "@zxcvbn-ts/language-common";
import { type Language, languages } from "#domain/language.ts";
import { capGuessesLog10 } from "./capGuesses.ts";
import { commonPasswords, knownWords } from "./commonPasswords.ts";
import { findWarning, type PassphraseWarning } from "./findWarning.ts";
import { loadWords } from "./loadWords.ts";

// The lazy part: 55 KiB of lists. It is imported by `import()` only.

/** How many guesses a passphrase withstands, as a power of ten, and what is weak in it. */
export type Judge = (passphrase: string) => {
  readonly guessesLog10: number;
  readonly warning: PassphraseWarning | undefined;
};

/** Judges in a person's language; all that it goes by lies on the device. */
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

/** `q1w2e3r4` is two rows of keys, struck by turns. */
const splitWoven = (text: string): readonly string[] => [
  text.replace(/(.).?/gsu, "$1"),
  text.replace(/.(.?)/gsu, "$1"),
];

/** People leave accents out. */
const listSpellings = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const bare = word.normalize("NFD").replace(/\p{Mark}/gu, "");
    return bare === word ? [word] : [word, bare];
  });

const listNames = (
  language: Language,
  count: number,
  name: (place: number) => [number, Intl.DateTimeFormatOptions],
): string[] =>
  Array.from({ length: count }, (_, place) => {
    const [day, form] = name(place);
    return new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }).format(day);
  });
