import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { openChromium } from "#tests/engines/openChromium.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import { type EndpointProcess, startEndpoint } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { beginInquiry, finishInquiry } from "#tests/journeys/steps/letterForm.ts";
import { createTranslate, openRoute, seeText } from "#tests/journeys/steps/screen.ts";

const pack = JSON.parse(
  readFileSync(`${projectFolder}public/content/en.json`, "utf8"),
) as ContentPack;

/** A stand-in for an iPhone's Lockdown Mode, in Chromium: what it takes away is taken away. */
describe("a browser without storage, worker, caches, locks and WebAssembly", () => {
  const translate = createTranslate("en");
  let endpoint: EndpointProcess;
  let page: PlaywrightPage;

  beforeAll(async () => {
    endpoint = await startEndpoint({ appPath: distFolder });
    const [engine] = enginesOf("platform/lockdown");
    page = await openChromium({ engine, profile: createProfile() });
    await page.tab().addInitScript(() => {
      const gone = { value: undefined, configurable: true };
      for (const name of ["indexedDB", "caches", "WebAssembly"]) {
        Object.defineProperty(globalThis, name, gone);
      }
      for (const name of ["serviceWorker", "locks"] as const) {
        Reflect.deleteProperty(Navigator.prototype, name);
      }
    });
  });
  afterAll(async () => {
    await page?.close();
    await endpoint?.remove();
  });

  test("starts, says that nothing is kept, and how to exempt the one site", async () => {
    await openRoute(page, endpoint.address, "#/");
    await seeText(page, translate("app:banner.notLasting.title"));
    await page.tab().getByText(translate("app:banner.exempt.label")).click();
    await seeText(page, translate("app:banner.notLasting.hint"));
  });

  test("never says that it is ready offline", async () => {
    await seeText(page, translate("app:readiness.incomplete.message"));
    const text = await page.evaluate(() => document.body.innerText, null);
    expect(text).not.toContain(translate("app:readiness.ready.message"));
  });

  test("shows guidance and directory from the network", async () => {
    await openRoute(page, endpoint.address, "#/measures/2");
    await seeText(page, pack.measures[1]?.passages[0]?.text ?? "");
    await openRoute(page, endpoint.address, "#/directory");
    await seeText(page, "Argentina");
  });

  test("writes an inquiry for phone, e-mail or paper, and refuses to queue it", async () => {
    const app = { page, endpoint, translate };
    await beginInquiry(app, { isEnrolled: false });
    await seeText(page, translate("inquiries:saving.memory.message"));
    await finishInquiry(app);
    await seeText(page, translate("inquiries:sendWay.notLasting.message"));
    expect(await page.has("button", translate("inquiries:sendWay.queue.action"))).toBe(false);
    await seeText(page, translate("inquiries:paperWay.print.action"));
  });
});
