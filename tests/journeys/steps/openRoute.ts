import type { Page } from "#tests/engines/page.ts";

/**
 * Opens a screen by its address as from a bookmark, and waits until its heading is there. With a
 * reload: a new hash alone would leave the last screen's heading there for a moment.
 */
export const openRoute = async (page: Page, address: string, hash: string): Promise<void> => {
  // A driver may wait for ever for a navigation within a page that is just starting.
  const isThere = (await page.url()).startsWith(address);
  if (isThere) await page.evaluate((to) => location.replace(to), hash);
  else await page.goto(address + hash);
  await page.evaluate(() => Object.assign(globalThis, { isLeft: true }) && null, null);
  await page.reload();
  await page.waitFor(
    () => {
      // A driver may come back before the reload has begun.
      if ("isLeft" in globalThis) return false;
      const heading = document.querySelector("main:not(#welcome) h1");
      return (heading?.textContent?.trim() ?? "") !== "";
    },
    null,
    { what: `the heading of ${hash} in ${page.engine}` },
  );
};
