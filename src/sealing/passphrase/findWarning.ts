import type { ZxcvbnResult } from "@zxcvbn-ts/core";

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

/** The first reason in zxcvbn's findings; it warns of what is very weak only. */
export const findWarning = ({
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
