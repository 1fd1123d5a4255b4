import type { Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillField } from "#tests/engines/fields.ts";
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
import { openPrivate, passphrase } from "#tests/journeys/steps/vaultForm.ts";

const browsers = { chromium: openChromium, firefox: openFirefox } as const;

// The driver of WebKit here knows one window.
describe.each(enginesOf("inquiry/twoWindows"))("one draft in two windows of %s", (engine) => {
  const t = createTranslate("en");
  const affiliation = t("inquiries:senderStep.affiliation.label");
  let server: StaticServer;
  let page: PlaywrightPage;
  let other: Tab;

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
    const label = t("device:unlock.passphrase.label");
    await other.getByRole("textbox", { name: label }).waitFor();
    await other.evaluate(fillField, { label, text: passphrase });
    await other.getByRole("button", { name: t("app:unlock.open.action") }).click();
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
  });

  test("is written in the first, and the second says so", async () => {
    await other.getByText(t("inquiries:editor.elsewhere.title")).waitFor();
    expect(await other.getByLabel(affiliation).count()).toBe(0);
    await page.fill(affiliation, "Typed while both were open");
    await seeKept({ page, translate: t });
  });

  test("goes on in the second by itself, with every word, when the first leaves it", async () => {
    await page.evaluate(() => location.replace("#/inquiries"), null);
    await other.getByLabel(affiliation).waitFor();
    await until("the text of the first window", async () => {
      const typed = await other.getByLabel(affiliation).inputValue();
      return typed === "Typed while both were open";
    });
    expect(await other.getByText(t("inquiries:editor.elsewhere.title")).count()).toBe(0);
  });

  test("is taken over by the window that asks for it, and the other stops writing", async () => {
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
});
