import type { Page } from "#tests/engines/page.ts";

/**
 * Waits until a state's word stands somewhere on the screen by itself: "held by the endpoint" is also
 * in "not held by the endpoint yet".
 */
export const seeStateWord = (page: Page, word: string): Promise<void> =>
  page.waitFor(
    (wanted) =>
      [...document.querySelectorAll("main .state-word")].some(
        ({ textContent }) => textContent?.trim() === wanted,
      ),
    word,
    { what: `the word “${word}” in ${page.engine}` },
  );
