import type { Page } from "#tests/engines/page.ts";

/** As `seeText`, where a part of what stands there is any: a time, a number. */
export const seePattern = async (page: Page, pattern: RegExp): Promise<void> => {
  try {
    await page.waitFor(
      (source) => new RegExp(source).test(document.body.innerText.replace(/\s+/g, " ")),
      pattern.source,
      { what: `${pattern} in ${page.engine}` },
    );
  } catch (cause) {
    const shown = await page.evaluate(() => `${location.href}\n${document.body.innerText}`, null);
    throw new Error(`${String(cause)}. On the screen: ${shown.slice(0, 3000)}`, { cause });
  }
};
