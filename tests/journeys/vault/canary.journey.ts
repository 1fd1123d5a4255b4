import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "#tests/engines/page.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { until } from "#tests/engines/until.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import {
  createCanary,
  findInFiles,
  findInPage,
  keepInClear,
  writeCanaries,
} from "#tests/journeys/steps/canary.ts";
import type { EndpointProcess } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { createEditionNaming } from "#tests/journeys/steps/publish.ts";
import { createTranslate, openRoute, seeText } from "#tests/journeys/steps/screen.ts";
import { goToPrivate, lockNow, passphrase } from "#tests/journeys/steps/vaultForm.ts";

describe.each(enginesOf("vault/canary"))("a word that a person wrote in %s", (engine) => {
  const t = createTranslate("en");
  const word = createCanary();
  /** A person whom the directory names for Jamaica: the endpoint may know, a locked phone may not. */
  const named = createCanary();
  /** Kept by nobody but this test, in clear: what the search has to find. */
  const control = createCanary();
  /** Typed into a page that does nothing for it. */
  const typed = createCanary();
  let plainPage: StaticServer;
  let app: Enrolled;
  let endpoint: EndpointProcess;
  let page: Page;

  beforeAll(async () => {
    plainPage = await serveFolder(`${projectFolder}tests/engines/fixtures`);
    // Only the whole browser writes down what stands in its tabs.
    const edition = createEditionNaming(named);
    app = await openEnrolled(engine, { edition, isWholeBrowser: true });
    ({ page, endpoint } = app);
    await writeCanaries(app, word);
  });
  afterAll(async () => {
    await app?.close();
    await plainPage?.stop();
  });

  test("is found on the screen before locking, but kept in clear nowhere", async () => {
    await goToPrivate(app, "#/more/lock");
    await page.evaluate(() => location.replace("#/directory/JM"), null);
    await seeText(page, named);
    expect((await findInPage(page, named)).filter(isKept)).toEqual([]);
    await page.evaluate(() => location.replace("#/inquiries"), null);
    await page.click("link", /draft/);
    await page.waitForRole("textbox", t("inquiries:incidentStep.nature.label"));
    const places = await findInPage(page, `${word}Draft`);
    expect(places).toContain("DOM: fields");
    expect(places.some((place) => place.startsWith("globals: "))).toBe(true);
    expect(places.filter(isKept)).toEqual([]);
  });

  test("is found nowhere after locking, where a word that is kept in clear is", async () => {
    await lockNow(app);
    await page.waitForRole("heading", t("device:locked.page.title"));
    await page.evaluate(keepInClear, control);
    for (const hash of screens[engine]) {
      await openRoute(page, endpoint.address, hash);
      expect(await findInPage(page, word, named, passphrase)).toEqual([]);
    }
    expect((await findInPage(page, control)).filter(isKept).toSorted()).toEqual([
      "IndexedDB: control/bytes",
      "IndexedDB: control/texts",
      expect.stringMatching(/^cache: /),
      "localStorage",
      "sessionStorage",
    ]);
  });

  test("stands in clear in nothing that the endpoint keeps or logs", async () => {
    expect(findInFiles(endpoint.folder, word)).toEqual([]);
    expect(findInFiles(endpoint.folder, "CL/policy").join()).toContain("enlace.sqlite");
    expect(endpoint.log().length).toBeGreaterThan(0);
    expect(endpoint.log().join("\n")).not.toContain(word);
    await endpoint.stop();
    expect(findInFiles(endpoint.folder, word)).toEqual([]);
    await endpoint.start();
  });

  test("stands in clear in no file of the browser's, as typed words of other pages do", async () => {
    await openRoute(page, endpoint.address, "#/inquiries");
    const label = t("device:unlock.passphrase.label");
    await page.click("button", `${t("device:passphrase.show.action")}, ${label}`);
    await page.click("textbox", label);
    await page.type(passphrase);
    // Our shell of WebKit has one window, and writes down no fields to bring it back.
    if (engine !== "webkit") {
      const tab = await (page as PlaywrightPage).context().newPage();
      await tab.goto(plainPage.address);
      await tab.getByLabel("Your name").click();
      await tab.keyboard.type(typed);
      // Chromium writes down open tabs, Firefox, as it is driven here, closed ones.
      if (engine === "firefox") await tab.close();
      const isWritten = () => findInFiles(join(app.profile, tabFolders[engine]), typed).length > 0;
      await until("what is typed into another page, in the profile", isWritten, 40_000);
    }
    await page.end();
    for (const secret of [word, named, passphrase]) {
      expect(findInFiles(app.profile, secret)).toEqual([]);
    }
    expect(findInFiles(app.profile, control).length).toBeGreaterThan(1);
  });
});

/** What our page keeps is the same in every engine: each screen in one, the private ones in all. */
const screens = {
  chromium: ["#/inquiries", "#/more/settings", "#/directory/JM", "#/"],
  firefox: ["#/inquiries", "#/directory/JM"],
  webkit: ["#/inquiries", "#/directory/JM"],
} as const;

/** Where a browser writes down what its tabs hold. */
const tabFolders = { chromium: "Default/Sessions", firefox: "sessionstore-backups" } as const;

/** Of the places of a word: what outlives the page. */
const isKept = (place: string): boolean => !/^(DOM|globals): /.test(place);
