import type { Page } from "#tests/engines/page.ts";

/** Whether a person can read `text` on the screen as it is now. */
export const isOnScreen = (page: Page, text: string): Promise<boolean> =>
  page.evaluate(
    (words) => document.body.innerText.replace(/\s+/g, " ").includes(words),
    text.replace(/\s+/g, " "),
  );

/** Waits until nobody can read `text` on the screen any more. */
export const seeGone = (page: Page, text: string): Promise<void> =>
  page.waitFor(
    (words) => !document.body.innerText.replace(/\s+/g, " ").includes(words),
    text.replace(/\s+/g, " "),
    { what: `no “${text}” in ${page.engine}` },
  );

/** How many letters stand in the correspondence that is shown. */
export const countLetters = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll("article").length, null);
