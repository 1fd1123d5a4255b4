import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { type Language, languages } from "#domain/language.ts";
import { loadWords } from "./loadWords.ts";

export type Judge = {
  readonly factory: ZxcvbnFactory;
  /** All words of the four lists, with and without their accents. */
  readonly listed: ReadonlySet<string>;
};

/** What a passphrase is judged by in a person's language; all of it lies on the device. */
export const createJudge = async (language: Language): Promise<Judge> => {
  const [{ ZxcvbnFactory: Factory }, { commonPasswords, knownWords }, lists] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("./commonPasswords.ts"),
    Promise.all(
      languages.map(async (each) => [each, listSpellings(await loadWords(each))] as const),
    ),
  ]);
  const dictionary = {
    passwords: [...commonPasswords],
    userInputs: [...knownWords],
    months: listNames(language, 12, (month) => [Date.UTC(2024, month, 1), { month: "long" }]),
    daysOfWeek: listNames(language, 7, (day) => [Date.UTC(2024, 0, 1 + day), { weekday: "long" }]),
    ...Object.fromEntries(lists),
  };
  const listed = new Set(lists.flatMap(([, words]) => words));
  return { factory: new Factory({ dictionary }), listed };
};

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
