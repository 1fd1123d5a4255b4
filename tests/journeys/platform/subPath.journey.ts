import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { Page } from "#tests/engines/page.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { readPrecache } from "#tests/journeys/steps/kept.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate, openRoute, seeText } from "#tests/journeys/steps/screen.ts";

describe.each(enginesOf("platform/subPath"))("a plain host under a sub-path in %s", (engine) => {
  let server: StaticServer;
  let page: Page;

  beforeAll(async () => {
    server = await serveFolder(distFolder, { path: "/office/enlace/" });
    const profile = createProfile();
    // It tries to load a foreign script.
    page = await openPage({ engine, profile, locale: "fr", breaksPolicy: true });
    await page.goto(server.address);
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
  });

  test("serves the whole app, without a header or a rewrite rule", async () => {
    await seeReady(page, createTranslate("fr"));
    const outside = (await readPrecache(page)).filter((url) => !url.startsWith(server.address));
    expect(outside).toEqual([]);
  });

  test("keeps the policy against foreign scripts, from its own page", async () => {
    const isTaken = await page.evaluate(() => {
      try {
        document.createElement("script").setAttribute("src", "https://elsewhere.example/x.js");
        return true;
      } catch {
        return false;
      }
    }, null);
    expect(isTaken).toBe(false);
  });

  test("works once the host is gone", async () => {
    await server.stop();
    await page.reload();
    await openRoute(page, server.address, "#/directory");
    await seeText(page, "Argentine");
  });
});
