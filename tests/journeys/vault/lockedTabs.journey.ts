import type { Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillField } from "#tests/engines/fields.ts";
import { openChromium } from "#tests/engines/openChromium.ts";
import { openFirefox } from "#tests/engines/openFirefox.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { goOn } from "#tests/journeys/steps/letterForm.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import { createTranslate } from "#tests/journeys/steps/screen.ts";
import { lockNow, openPrivate, passphrase } from "#tests/journeys/steps/vaultForm.ts";

const browsers = { chromium: openChromium, firefox: openFirefox } as const;
const typedThere = "Typed in the other tab at the moment of locking";

// The driver of WebKit here knows one window.
describe.each(enginesOf("vault/lockedTabs"))("two tabs of one device in %s", (engine) => {
  const t = createTranslate("en");
  const affiliation = t("inquiries:senderStep.affiliation.label");
  const lock = { name: t("device:lock.now.action") };
  let server: StaticServer;
  let page: PlaywrightPage;
  let other: Tab;

  const unlockOther = async (): Promise<void> => {
    const label = t("device:unlock.passphrase.label");
    await other.evaluate(fillField, { label, text: passphrase });
    await other.getByRole("button", { name: t("app:unlock.open.action") }).click();
    await other.getByRole("button", lock).waitFor();
  };

  beforeAll(async () => {
    server = await serveFolder(distFolder);
    page = await browsers[engine]({ engine, profile: createProfile() });
    await page.goto(server.address);
    await seeReady(page, t);
    const app = { page, translate: t, endpoint: server };
    await openPrivate(app, "#/inquiries/new");
    await page.fill(t("inquiries:contactStep.state.label"), "Jamaica");
    await goOn(app, "sender");
    other = await page.context().newPage();
    await other.goto(`${server.address}#/inquiries/new`);
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
  });

  test("are unlocked one by one", async () => {
    await other.getByRole("heading", { name: t("device:locked.page.title") }).waitFor();
    await unlockOther();
    await other.getByLabel(t("inquiries:contactStep.state.label")).waitFor();
    expect(await page.has("button", t("device:lock.now.action"))).toBe(true);
  });

  test("are locked together, and what was typed in either is kept", async () => {
    const step = t("inquiries:steps.sender.title");
    await other.getByRole("link", { name: t("inquiries:steps.next.action", { step }) }).click();
    await other.evaluate(fillField, { label: affiliation, text: typedThere });
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
