import type { Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actInPage } from "#tests/engines/fields.ts";
import { openChromium } from "#tests/engines/openChromium.ts";
import { openFirefox } from "#tests/engines/openFirefox.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { until } from "#tests/engines/until.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { goOn, seeKept } from "#tests/journeys/steps/letterForm.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate } from "#tests/journeys/steps/screen.ts";
import { lockNow, openPrivate, passphrase } from "#tests/journeys/steps/vaultForm.ts";

const typedThere = "Typed in the other window at the moment of locking";
const browsers = { chromium: openChromium, firefox: openFirefox } as const;

// The driver of WebKit here knows one window.
describe.each(enginesOf("inquiry/twoWindows"))("two windows of one device in %s", (engine) => {
  const t = createTranslate("en");
  const affiliation = t("inquiries:senderStep.affiliation.label");
  const lock = { name: t("device:lock.now.action") };
  let server: StaticServer;
  let page: PlaywrightPage;
  let other: Tab;

  const unlockOther = async (): Promise<void> => {
    const label = t("device:unlock.passphrase.label");
    await other.evaluate(actInPage, [{ fill: label, text: passphrase }]);
    await other.getByRole("button", { name: t("app:unlock.open.action") }).click();
    await other.getByRole("button", lock).waitFor();
  };

  beforeAll(async () => {
    server = await serveFolder(distFolder);
    page = await browsers[engine]({ engine, profile: createProfile() });
    await page.goto(server.address);
    await seeReady(page, t);
    await openPrivate({ page, translate: t, endpoint: server }, "#/inquiries/new");
    await page.fill(t("inquiries:contactStep.state.label"), "Jamaica");
    await goOn({ page, translate: t }, "sender");
    await page.fill(affiliation, "Typed in the first window");
    await seeKept({ page, translate: t });
    other = await page.context().newPage();
    await other.goto(await page.url());
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
  });

  test("are unlocked one by one", async () => {
    await other.getByRole("heading", { name: t("device:locked.page.title") }).waitFor();
    await unlockOther();
    expect(await page.has("button", t("device:lock.now.action"))).toBe(true);
  });

  test("write a draft in the first, and the second says so", async () => {
    await other.getByText(t("inquiries:editor.elsewhere.title")).waitFor();
    expect(await other.getByLabel(affiliation).count()).toBe(0);
    await page.fill(affiliation, "Typed while both were open");
    await seeKept({ page, translate: t });
  });

  test("go on with it in the second by itself, with every word, when the first leaves it", async () => {
    await page.evaluate(() => location.replace("#/inquiries"), null);
    await other.getByLabel(affiliation).waitFor();
    await until("the text of the first window", async () => {
      const typed = await other.getByLabel(affiliation).inputValue();
      return typed === "Typed while both were open";
    });
    expect(await other.getByText(t("inquiries:editor.elsewhere.title")).count()).toBe(0);
  });

  test("leave it to the window that asks for it, and the other stops writing", async () => {
    const address = other.url();
    await page.evaluate((hash) => location.replace(hash), new URL(address).hash);
    await page.click("button", t("inquiries:editor.elsewhere.action"));
    await page.waitForRole("textbox", affiliation);
    await other.getByText(t("inquiries:editor.elsewhere.title")).waitFor();
    expect(await other.getByLabel(affiliation).count()).toBe(0);
    expect(await page.tab().getByLabel(affiliation).inputValue()).toBe(
      "Typed while both were open",
    );
  });

  test("are locked together, and what was typed in either is kept", async () => {
    await other.evaluate(() => location.replace("#/inquiries/new"));
    await other.getByLabel(t("inquiries:contactStep.state.label")).waitFor();
    const step = t("inquiries:steps.sender.title");
    await other.getByRole("link", { name: t("inquiries:steps.next.action", { step }) }).click();
    await other.evaluate(actInPage, [{ fill: affiliation, text: typedThere }]);
    await lockNow({ page, translate: t });
    await page.waitForRole("heading", t("device:locked.page.title"));
    await other.getByRole("heading", { name: t("device:locked.page.title") }).waitFor();
    expect(await other.content()).not.toContain(typedThere);
    expect(await other.getByRole("button", lock).count()).toBe(0);
    await unlockOther();
    await other.getByLabel(affiliation).waitFor();
    expect(await other.getByLabel(affiliation).inputValue()).toBe(typedThere);
    await page.waitForRole("heading", t("device:locked.page.title"));
  });
});
