import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { Page } from "#tests/engines/page.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate } from "#tests/journeys/steps/screen.ts";

const engines = enginesOf("platform/lostFile");

describe.each(engines)("a browser that has lost the app's script, in %s, offline", (engine) => {
  const t = createTranslate("pt");
  let server: StaticServer;
  let page: Page;

  beforeAll(async () => {
    // Nothing of it in any cache but the worker's.
    server = await serveFolder(distFolder, { headers: { "cache-control": "no-store" } });
    page = await openPage({ engine, profile: createProfile(), locale: "pt" });
    await page.goto(server.address);
    await seeReady(page, t);
    await server.stop();
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
  });

  test("shows the words that stand in the page, in the language that is known, not nothing", async () => {
    expect(await page.evaluate(loseFirstScript, null)).toBe(1);
    await page.reload();
    await page.waitForRole("navigation", /Languages/);
    expect(await page.evaluate(() => document.documentElement.lang, null)).toBe("pt");
  });
});

/** Runs in the page: takes the first script out of the caches; how many entries that were. */
const loseFirstScript = async (): Promise<number> => {
  let lost = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (/\/start-[^/]+\.js/.test(request.url) && (await cache.delete(request))) lost += 1;
    }
  }
  return lost;
};
