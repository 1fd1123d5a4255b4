import type { Page, WaitOptions } from "../engines/page.ts";

/** Waits until a person can read `text` somewhere on the screen. */
export const seeText = (page: Page, text: string, options: WaitOptions = {}): Promise<void> =>
  page.waitFor(
    (wanted) => document.body.innerText.replace(/\s+/g, " ").includes(wanted),
    text.replace(/\s+/g, " "),
    { what: `“${text}” in ${page.engine}`, ...options },
  );
