import type { Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { until } from "#tests/engines/until.ts";
import { createCanary, findInFiles, writeDraft } from "#tests/journeys/steps/canary.ts";
import type { EndpointProcess } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { type Dawdler, neverAnswer } from "#tests/journeys/steps/evilEndpoint.ts";
import { countStores, listKept, listSingles } from "#tests/journeys/steps/kept.ts";
import {
  beginInquiry,
  finishInquiry,
  sendInquiry,
  stopEndpoint,
} from "#tests/journeys/steps/letterForm.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate, openRoute, seeText } from "#tests/journeys/steps/screen.ts";

describe.each(enginesOf("vault/erase"))("a device that is erased, in %s", (engine) => {
  const t = createTranslate("en");
  const word = createCanary();
  const control = createCanary();
  let app: Enrolled;
  let endpoint: EndpointProcess;
  let dawdler: Dawdler;
  let page: PlaywrightPage;
  let eraser: Tab;
  let reader: Tab;

  beforeAll(async () => {
    app = await openEnrolled(engine);
    endpoint = app.endpoint;
    page = app.page as PlaywrightPage;
    await writeDraft(app, `${word}Draft`);
    await beginInquiry(app);
    await finishInquiry(app);
    await stopEndpoint(app);
    dawdler = await neverAnswer(endpoint);
    [reader, eraser] = await openTabs(page, endpoint, ["#/directory/JM", "#/more/erase"]);
    await sendInquiry(app);
    await until("a send in progress", () => dawdler.waiting() === 1, 30_000);
  });
  afterAll(async () => {
    await dawdler?.stop();
    await app?.close();
  });

  test("says first what is unsent", async () => {
    await eraser.getByText(t("device:unsent.outbox.message", count(1))).waitFor();
    await eraser.getByText(t("device:unsent.drafts.message", count(1))).waitFor();
    await eraser.evaluate((kept) => localStorage.setItem("control", kept), control);
    expect(await eraser.evaluate(listKept)).toContain("database enlace");
  });

  test("keeps nothing, and says so in all three tabs, with a send in progress", async () => {
    await eraser.getByRole("button", { name: t("device:erase.atOnce.action") }).click();
    const erase = t("device:eraseConfirmation.erase.action");
    await eraser.getByRole("dialog").getByRole("button", { name: erase }).click();
    for (const tab of [eraser, reader, page.tab()]) {
      await tab.getByRole("heading", { name: t("errors:storageErased") }).waitFor();
      // What another app of this host keeps is not ours to remove.
      expect(await tab.evaluate(listKept)).toEqual(["choice control"]);
      expect(await tab.content()).not.toContain(word);
    }
  });

  test("keeps nothing either when the send is answered afterwards", async () => {
    await dawdler.answer();
    // What the page asks for afterwards comes after it.
    await page.evaluate((address) => fetch(address).then(() => null), `${endpoint.address}late`);
    for (const tab of [page.tab(), reader, eraser]) {
      expect(await tab.evaluate(listKept)).toEqual(["choice control"]);
    }
  });

  test("begins anew as at a first visit", async () => {
    await dawdler.stop();
    await endpoint.start();
    await page.click("link", t("app:erased.again.action"));
    await seeReady(page, t);
    const stores = await countStores(page);
    expect(Object.keys(stores).toSorted()).toEqual(["editions", "packs", "singles"]);
    expect(await listSingles(page)).not.toContain("lock");
    await openRoute(page, endpoint.address, "#/inquiries");
    await seeText(page, t("inquiries:list.empty.message"));
  });

  test("leaves in clear in no file of the browser's what a person wrote", async () => {
    await page.end();
    expect(findInFiles(app.profile, word)).toEqual([]);
    expect(findInFiles(app.profile, control).length).toBeGreaterThan(0);
  });
});

const count = (number: number) => ({ count: number, formatted: String(number) });

const openTabs = async (
  page: PlaywrightPage,
  { address }: EndpointProcess,
  hashes: readonly [string, string],
): Promise<[Tab, Tab]> => {
  const open = async (hash: string): Promise<Tab> => {
    const tab = await page.context().newPage();
    await tab.goto(address + hash);
    await tab.locator("main:not(#welcome) h1").waitFor();
    return tab;
  };
  return [await open(hashes[0]), await open(hashes[1])];
};
