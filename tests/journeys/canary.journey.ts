import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProfile } from "../engines/createProfile.ts";
import { openPage } from "../engines/openPage.ts";
import { engineNames, type Page } from "../engines/page.ts";
import { distFolder } from "../source/distFolder.ts";
import { createCanary } from "./createCanary.ts";
import { createTranslate } from "./createTranslate.ts";
import { endBrowser } from "./endBrowser.ts";
import { findInFiles } from "./findInFiles.ts";
import { findInPage } from "./findInPage.ts";
import { keepInClear } from "./keepInClear.ts";
import { lockNow } from "./lockNow.ts";
import { seeReady } from "./openApp.ts";
import { openRoute } from "./openRoute.ts";
import { passphrase } from "./passphraseForm.ts";
import { type EndpointProcess, startEndpoint } from "./startEndpoint.ts";
import { writeCanaries } from "./writeCanaries.ts";

describe.each(engineNames)("a word that a person wrote in %s", (engine) => {
  const t = createTranslate("en");
  const word = createCanary();
  /** Kept by nobody but this test, in clear: what the search has to find. */
  const control = createCanary();
  const profile = createProfile();
  let endpoint: EndpointProcess;
  let page: Page;

  beforeAll(async () => {
    endpoint = await startEndpoint({ appPath: distFolder });
    page = await openPage({ engine, profile, locale: "en" });
    await page.goto(endpoint.address);
    await seeReady(page, t);
    await writeCanaries({ page, endpoint, translate: t }, word);
  });
  afterAll(async () => {
    await page?.close();
    await endpoint?.remove();
  });

  test("is found on the screen before locking, but kept in clear nowhere", async () => {
    const places = await findInPage(page, `${word}Draft`);
    expect(places).toContain("DOM: fields");
    expect(places.some((place) => place.startsWith("globals: "))).toBe(true);
    expect(places.filter((place) => !/^(DOM|globals): /.test(place))).toEqual([]);
  });

  test("is found nowhere after locking, where a word that is kept in clear is", async () => {
    await lockNow({ page, translate: t });
    await page.waitForRole("heading", t("device:locked.page.title"));
    await page.evaluate(keepInClear, control);
    for (const hash of ["#/inquiries", "#/more/settings", "#/more/storage", "#/"]) {
      await openRoute(page, endpoint.address, hash);
      expect(await findInPage(page, word)).toEqual([]);
      expect(await findInPage(page, passphrase)).toEqual([]);
    }
    expect((await findInPage(page, control)).toSorted()).toEqual([
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
  });

  // What WebKit keeps of a profile lies in the same three kinds of files.
  test.skipIf(engine === "webkit")("stands in clear in no file of the browser's", async () => {
    await endBrowser(page, profile);
    expect(findInFiles(profile, word)).toEqual([]);
    expect(findInFiles(profile, passphrase)).toEqual([]);
    expect(findInFiles(profile, control).length).toBeGreaterThan(1);
  });
});
