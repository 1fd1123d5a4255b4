import { foldText } from "#domain/text.ts";

/**
 * Which words are asked back, as their places from 0 on: one of each third of the sheet, by a chance
 * between 0 and 1 each, so that whoever has copied only the beginning can't go on.
 */
export const planSheetCheck = (
  wordCount: number,
  chances: readonly [number, number, number],
): readonly number[] => {
  const third = wordCount / 3;
  return chances.map((chance, part) => Math.floor((part + chance) * third));
};

/** Whether a typed word is that of the sheet, whatever its case and accents. */
export const isSheetWord = (typed: string, word: string): boolean =>
  foldText(typed.trim()) === foldText(word);
