import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChromium } from "#tests/engines/openChromium.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { until } from "#tests/engines/until.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { goOn } from "#tests/journeys/steps/letterForm.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate, seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate, unlock } from "#tests/journeys/steps/vaultForm.ts";

describe("a new version while a draft is open, in Chromium", () => {
  const t = createTranslate("en");
  const typed = "Written before the update";
  let folder: string;
  let server: StaticServer;
  let page: PlaywrightPage;
  let otherTab: Tab;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "enlace-build-"));
    cpSync(distFolder, folder, { recursive: true });
    server = await serveFolder(folder);
    const [engine] = enginesOf("platform/update");
    page = await openChromium({ engine, profile: createProfile() });
    await page.goto(server.address);
    await seeReady(page, t);
    otherTab = await page.context().newPage();
    await otherTab.goto(`${server.address}#/directory`);
    await otherTab.getByRole("heading", { level: 1 }).waitFor();
    await openPrivate({ page, translate: t, endpoint: server }, "#/inquiries/new");
    await page.fill(t("inquiries:contactStep.state.label"), "Jamaica");
    await goOn({ page, translate: t }, "sender");
    await page.fill(t("inquiries:senderStep.affiliation.label"), typed);
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("asks, in both tabs, and reloads nothing by itself", async () => {
    await page.evaluate(() => Object.assign(globalThis, { wasHere: true }), null);
    deploySecondBuild(folder);
    await page.evaluate(
      async () => void (await (await navigator.serviceWorker.getRegistration())?.update()),
      null,
    );
    await seeText(page, t("app:banner.update.title"));
    await otherTab.getByText(t("app:banner.update.title")).waitFor();
    expect(await readBuild(page.tab())).toBe("1");
    expect(await page.evaluate(() => "wasHere" in globalThis, null)).toBe(true);
    expect(await readAffiliation(page, t)).toBe(typed);
  });

  test("changes over when the person says so, and the draft is as it was", async () => {
    await page.click("button", t("app:banner.update.action"));
    await until("the second build", async () => (await readBuild(page.tab())) === "2");
    await unlock({ page, translate: t });
    await page.waitForRole("textbox", t("inquiries:senderStep.affiliation.label"));
    expect(await readAffiliation(page, t)).toBe(typed);
  });

  test("takes the other tab along", async () => {
    await until("the second build", async () => (await readBuild(otherTab)) === "2");
    await otherTab.getByRole("heading", { level: 1 }).waitFor();
  });
});

/** The same app with a mark in its page, and a worker whose list of files says so. */
const deploySecondBuild = (folder: string): void => {
  const index = join(folder, "index.html");
  const html = readFileSync(index, "utf8");
  writeFileSync(index, html.replace("<head>", '<head><meta name="build" content="2">'));
  const worker = join(folder, "sw.js");
  const script = readFileSync(worker, "utf8");
  const listed = /("revision":")\w+(","url":"index\.html")/;
  if (!listed.test(script)) throw new Error("index.html is not in the worker's list");
  writeFileSync(worker, script.replace(listed, "$1second$2"));
};

/** While the page reloads there is nothing to read. */
const readBuild = (tab: Tab): Promise<string | undefined> =>
  tab
    .evaluate(() => document.querySelector<HTMLMetaElement>("meta[name=build]")?.content ?? "1")
    .catch(() => undefined);

const readAffiliation = (
  page: PlaywrightPage,
  t: ReturnType<typeof createTranslate>,
): Promise<string> =>
  page.tab().getByLabel(t("inquiries:senderStep.affiliation.label")).inputValue();
