import { expect, test } from "vitest";
import { isSheetWord, planSheetCheck } from "#features/device/sheet/useMakingSheet.ts";

test("one word of each third is asked back, whatever the chances", () => {
  expect(planSheetCheck(24, [0, 0, 0])).toEqual([0, 8, 16]);
  expect(planSheetCheck(24, [0.999, 0.999, 0.999])).toEqual([7, 15, 23]);
  expect(planSheetCheck(24, [0.5, 0.25, 0.75])).toEqual([4, 10, 22]);
});

test("a word is the sheet's whatever its case, accents and spaces, and no other is", () => {
  expect(isSheetWord(" ABAISSER", "abaisser")).toBe(true);
  expect(isSheetWord("abdomen ", "abdomen")).toBe(true);
  expect(isSheetWord("arbol", "a\u0301rbol".normalize("NFC"))).toBe(true);
  expect(isSheetWord("", "abdomen")).toBe(false);
  expect(isSheetWord("abdome", "abdomen")).toBe(false);
});
