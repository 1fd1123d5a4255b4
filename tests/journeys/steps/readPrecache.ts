import type { Page } from "#tests/engines/page.ts";

/** The addresses that stand in the page's caches, without what tells versions apart. */
export const readPrecache = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(opened.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => url.replace(/\?.*$/, ""));
  }, null);
