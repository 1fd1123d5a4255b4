import type { Page } from "#tests/engines/page.ts";
import type { Person } from "./person.ts";

/** The words of a recovery sheet that are on the screen, in their order. */
export const readSheet = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll("main ol > li")]
        .filter((element) => element.checkVisibility())
        .map(({ textContent }) => textContent ?? ""),
    null,
  );

/** How many of these words stand alone somewhere in the page, shown or not, or in a field. */
export const countWords = (page: Page, words: readonly string[]): Promise<number> =>
  page.evaluate((wanted) => {
    const markup = document.documentElement.outerHTML;
    const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea")];
    const typed = fields.map(({ value }) => value).join("\n");
    return wanted.filter((word) => markup.includes(`>${word}<`) || typed.includes(word)).length;
  }, words);

/** Types what `answer` says for each place that is asked back, and gives the places. */
export const typeAsked = async (
  { page, translate: t }: Person,
  answer: (place: number) => string,
): Promise<readonly number[]> => {
  const labels = await page.evaluate(
    () => [...document.querySelectorAll("main form label")].map((label) => label.textContent ?? ""),
    null,
  );
  const places = labels.map((label) => Number(/\d+/.exec(label)?.[0]));
  for (const place of places) {
    await page.fill(t("device:sheetMaking.word.label", { place }), answer(place));
  }
  return places;
};
