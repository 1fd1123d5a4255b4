import type { Page, WaitOptions } from "#tests/engines/page.ts";

/** Waits until a person can read `text` somewhere on the screen; says what stands there if not. */
export const seeText = async (
  page: Page,
  text: string,
  options: WaitOptions = {},
): Promise<void> => {
  try {
    await page.waitFor(
      (wanted) => document.body.innerText.replace(/\s+/g, " ").includes(wanted),
      text.replace(/\s+/g, " "),
      { what: `“${text}” in ${page.engine}`, ...options },
    );
  } catch (cause) {
    const shown = await page.evaluate(
      () => `${location.href}\n${document.body?.innerText ?? ""}`,
      null,
    );
    throw new Error(`${String(cause)}. On the screen: ${shown.slice(0, 3000)}`, { cause });
  }
};
