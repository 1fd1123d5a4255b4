import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { Page } from "#tests/engines/page.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import { type EndpointProcess, startEndpoint } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { readPrecache } from "#tests/journeys/steps/kept.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate, goToRoute, openRoute, seeText } from "#tests/journeys/steps/screen.ts";

const pack = JSON.parse(
  readFileSync(`${projectFolder}public/content/es.json`, "utf8"),
) as ContentPack;

describe.each(enginesOf("platform/firstVisit"))(
  "a first visit, and the starts without a network after it, in %s",
  (engine) => {
    let endpoint: EndpointProcess;
    let page: Page;

    beforeAll(async () => {
      endpoint = await startEndpoint({ appPath: distFolder });
      // A language that the app doesn't speak: it can't choose for the person.
      page = await openPage({ engine, profile: createProfile(), locale: "de" });
      await page.goto(endpoint.address);
    });
    afterAll(async () => {
      await page?.close();
      await endpoint?.remove();
    });

    test("offers four languages, each in its own words, before any of them is chosen", async () => {
      for (const name of ["English", "Español", "Français", "Português"]) {
        expect(await page.has("link", name)).toBe(true);
      }
      expect(await page.has("navigation", /Languages/)).toBe(true);
    });

    test("goes on in the language that was taken", async () => {
      const translate = createTranslate("es");
      await page.click("link", "Español");
      await page.waitForRole("link", translate("app:layout.find.label"));
      expect(await page.evaluate(() => document.documentElement.lang, null)).toBe("es");
    });

    test("says that it is ready offline when all of it is on the device", async () => {
      await seeReady(page, createTranslate("es"));
      const kept = await readPrecache(page);
      const missing = listPrecacheUrls(endpoint.address).filter((url) => !kept.includes(url));
      expect(missing).toEqual([]);
      expect(await page.evaluate(countRows, null)).toEqual({ packs: 4, editions: 1 });
    });

    test("opens with the endpoint stopped and the browser new, on a screen never seen before", async () => {
      await endpoint.stop();
      await page.restart();
      await openRoute(page, endpoint.address, "#/measures/2");
      await seeText(page, pack.measures[1]?.passages[0]?.text ?? "");
      expect(await page.evaluate(() => document.documentElement.lang, null)).toBe("es");
    });

    test("has both procedures, the time line and the glossary", async () => {
      await goToRoute(page, "#/procedures/inquiry");
      await seeText(page, pack.procedures.inquiry.steps[0]?.title ?? "");
      await goToRoute(page, "#/procedures/response");
      await seeText(page, pack.procedures.response.steps[0]?.title ?? "");
      await goToRoute(page, "#/timeline");
      await seeText(page, pack.timeline[0]?.title ?? "");
      await goToRoute(page, "#/glossary");
      await seeText(page, pack.glossary[0]?.term ?? "");
    });

    test("has the directory", async () => {
      await goToRoute(page, "#/directory");
      await seeText(page, "Argentina");
      await goToRoute(page, "#/directory/CL");
      await seeText(page, "Chile");
    });

    test("reloads where it is", async () => {
      await page.reload();
      await seeText(page, "Chile");
    });

    test("survives the browser's death as well as its closing", async () => {
      await page.kill();
      await page.restart();
      await openRoute(page, endpoint.address, "#/directory");
      await seeText(page, "Argentina");
    });

    test("comes back in that language, without asking again", async () => {
      await page.goto(endpoint.address);
      await page.waitForRole("link", createTranslate("es")("app:layout.find.label"));
      expect(await page.has("navigation", /Languages/)).toBe(false);
    });
  },
);

/** What the worker must keep: the list that the build wrote into it. */
const listPrecacheUrls = (address: string): readonly string[] => {
  const worker = readFileSync(join(distFolder, "sw.js"), "utf8");
  const urls = [...worker.matchAll(/"?url"?:\s*"([^"]+)"/g)].map(([, url = ""]) => url);
  expect(urls.length).toBeGreaterThan(10);
  return urls.map((url) => new URL(url, address).href);
};

/** Runs in the page. */
const countRows = async (): Promise<Record<string, number>> => {
  const [known] = await indexedDB.databases();
  const opening = indexedDB.open(known?.name ?? "");
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener("success", () => resolve(opening.result));
    opening.addEventListener("error", () => reject(opening.error));
  });
  const counts: Record<string, number> = {};
  for (const name of ["packs", "editions"]) {
    const counting = database.transaction(name).objectStore(name).count();
    await new Promise((resolve) => counting.addEventListener("success", resolve));
    counts[name] = counting.result;
  }
  database.close();
  return counts;
};
