import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import { listHeld } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { countStores } from "#tests/journeys/steps/kept.ts";
import {
  beginInquiry,
  finishInquiry,
  goOn,
  nature,
  seeKept,
  sendInquiry,
} from "#tests/journeys/steps/letterForm.ts";
import { enrolDesk } from "#tests/journeys/steps/otherDesk.ts";
import { enrolAs, type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { invite, revokeDesk, revokeDeskLater } from "#tests/journeys/steps/publish.ts";
import { isOnScreen, lookAgain, openRoute, seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate, unlock } from "#tests/journeys/steps/vaultForm.ts";

describe.each(enginesOf("desk/revocation"))("a device that is revoked, in %s", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine);
    await enrolDesk(app.endpoint, "JM/policy");
    await enrolAs(app, await invite(app.endpoint, "CL/policy"));
    await beginInquiry(app);
    await seeKept(app);
  });
  afterAll(() => app?.close());

  test("[S13] a plain 401 erases nothing", async () => {
    const { page, endpoint, translate: t } = app;
    const before = await countStores(page);
    await endpoint.stop();
    await endpoint.forget();
    await endpoint.start();
    // Forgotten with everything else, and there to be written to later on.
    await enrolDesk(endpoint, "JM/policy");
    await lookAgain(app);
    await until("a call that was refused", () => endpoint.log().some(isRefused));
    await openPrivate(app, "#/inquiries");
    await page.click("link", /^Jamaica/);
    await page.waitForRole("heading", t("inquiries:steps.incident.title"));
    expect(await countStores(page)).toMatchObject(pick(before));
    expect(await isOnScreen(page, t("device:revoked.notice.title"))).toBe(false);
  });

  test("[S13] open: everything of the desk is gone, and it says so after a reload too", async () => {
    await enrolAs(app, await invite(app.endpoint, "CL/policy"));
    await openPrivate(app, "#/inquiries");
    await app.page.click("link", /^Jamaica/);
    await app.page.waitForRole("heading", app.translate("inquiries:steps.incident.title"));
    const left = await watchForReload(app);
    await revokeDesk(app.endpoint, "CL/policy");
    await lookAgain(app);
    await left();
    await seeErased();
  });

  test("[S13] locked: it needs no passphrase to be erased", async () => {
    const { page, endpoint, translate: t } = app;
    await enrolAgain();
    await writeDraft();
    await page.click("button", t("device:lock.now.action"));
    await page.waitForRole("button", t("app:unlock.open.action"));
    await revokeDesk(endpoint, "CL/policy");
    await lookAgain(app);
    await seeErased();
  });

  test("[S13] offline: at the next contact, before what waited goes", async () => {
    const { endpoint, page, translate: t } = app;
    await enrolAgain();
    await beginInquiry(app);
    await endpoint.stop();
    await finishInquiry(app);
    await sendInquiry(app);
    await seeText(page, t("inquiries:status.waiting.label"));
    await revokeDeskLater(endpoint, "CL/policy");
    await openRoute(page, endpoint.address, "#/inquiries");
    await unlock(app);
    await page.click("link", /^Jamaica/);
    await seeText(page, nature);
    const left = await watchForReload(app);
    await endpoint.start();
    await left();
    await seeErased();
    expect(listHeld(endpoint)).toEqual([]);
  });

  const enrolAgain = async (): Promise<void> => {
    await app.page.click("button", app.translate("app:banner.understood.action"));
    await enrolAs(app, await invite(app.endpoint, "CL/policy"));
  };

  /** As far as the sender, on the page as it is: the vault stays open. */
  const writeDraft = async (): Promise<void> => {
    const { page, translate: t } = app;
    await page.evaluate(() => location.replace("#/inquiries/new"), null);
    await page.fill(t("inquiries:contactStep.state.label"), "Jamaica");
    await goOn(app, "sender");
    await page.fill(t("inquiries:senderStep.affiliation.label"), nature);
    await seeKept(app);
  };

  const seeErased = async (): Promise<void> => {
    const { page, endpoint, translate: t } = app;
    await seeText(page, t("device:revoked.everything.message"));
    expect(await isOnScreen(page, nature)).toBe(false);
    const kept = Object.keys(await countStores(page)).toSorted();
    expect(kept).toEqual(["editions", "packs", "singles"]);
    // Where guidance and the open directory stay, and the notice is still there.
    await openRoute(page, endpoint.address, "#/measures/2");
    await seeText(page, t("device:revoked.notice.title"));
    await openRoute(page, endpoint.address, "#/directory/CL");
    await seeText(page, "Chile");
    await page.evaluate(() => location.replace("#/inquiries"), null);
    await seeText(page, t("inquiries:list.empty.message"));
    expect(await isOnScreen(page, t("device:revoked.notice.title"))).toBe(true);
  };
});

/** What was open is dropped by a new page alone; waits for it. */
const watchForReload = async ({ page }: OpenedApp): Promise<() => Promise<void>> => {
  await page.evaluate(() => Object.assign(globalThis, { isOldPage: true }) && null, null);
  return () =>
    page.waitFor(() => !("isOldPage" in globalThis), null, {
      what: `a new page in ${page.engine}`,
    });
};

const isRefused = (line: string): boolean => /"status":401/.test(line);

const pick = ({ privates, enrolments, packs }: Readonly<Record<string, number>>) => ({
  privates,
  enrolments,
  packs,
});
