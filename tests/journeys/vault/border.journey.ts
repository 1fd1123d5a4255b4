import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCanary, findInPage, writeCanaries } from "#tests/journeys/steps/canary.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { countStores, listSingles } from "#tests/journeys/steps/kept.ts";
import {
  ask,
  beginInquiry,
  finishInquiry,
  sendInquiry,
  stopEndpoint,
} from "#tests/journeys/steps/letterForm.ts";
import { invite } from "#tests/journeys/steps/publish.ts";
import { confirmSure, openRoute, seeHeld, seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

const privateStores = [
  "arrived",
  "enrolments",
  "outbox",
  "positions",
  "privates",
  "registry",
  "sent",
] as const;

describe.each(enginesOf("vault/border"))("a device before a border, in %s", (engine) => {
  const word = createCanary();
  let app: Enrolled;

  beforeAll(async () => {
    app = await openEnrolled(engine);
    await writeCanaries(app, word);
    await beginInquiry(app);
    await finishInquiry(app);
    await stopEndpoint(app);
    await sendInquiry(app);
    await seeText(app.page, app.translate("inquiries:status.waiting.label"));
  });
  afterAll(() => app?.close());

  test("says first what is unsent, with the way to take it along", async () => {
    const { page, endpoint, translate: t } = app;
    await openRoute(page, endpoint.address, "#/more/border");
    await seeText(page, t("device:unsent.outbox.message", count(1)));
    await seeText(page, t("device:unsent.drafts.message", count(1)));
    await page.waitForRole("link", t("device:unsent.export.action"));
  });

  test("keeps nothing private, while the endpoint is not reached", async () => {
    const { page, translate: t } = app;
    expect(Object.keys(await countStores(page))).toEqual(
      expect.arrayContaining([...privateStores]),
    );
    expect(await listSingles(page)).toEqual(expect.arrayContaining(["lock", "registry"]));
    await leave(app);
    await seeText(page, t("device:border.left.title"));
    await expectNothingPrivate(app, word);
  });

  test("reads guidance and directory, without a network", async () => {
    const { page, endpoint, translate: t } = app;
    await openRoute(page, endpoint.address, "#/measures/2");
    await page.waitForRole("heading", /2/);
    await openRoute(page, endpoint.address, "#/directory/JM");
    await page.waitForRole("heading", /Jamaica/);
    await openRoute(page, endpoint.address, "#/inquiries");
    await seeText(page, t("inquiries:list.empty.message"));
  });

  test("comes back with a fresh code, and opens nothing of before", async () => {
    const { page, endpoint, translate: t } = app;
    await endpoint.start();
    await openPrivate(app, "#/enrol");
    await page.fill(t("device:enrol.code.label"), await invite(endpoint, "CL/policy"));
    await page.click("button", t("words:enrol.device.action"));
    await seeText(page, t("device:enrol.done.title"));
    await openPrivate(app, "#/inquiries");
    await seeText(page, t("inquiries:troubled.before.title", { count: 2 }));
    expect(await page.has("link", /^Jamaica/)).toBe(false);
    expect(await findInPage(page, word)).toEqual([]);
    await ask(app);
    await seeHeld(app);
  });

  test("keeps nothing private either, when the endpoint is reached", async () => {
    const { page, endpoint, translate: t } = app;
    await openRoute(page, endpoint.address, "#/more/border");
    await seeText(page, t("device:unsent.none.message"));
    await leave(app);
    await seeText(page, t("device:border.left.title"));
    await openRoute(page, endpoint.address, "#/inquiries");
    await seeText(page, t("inquiries:list.empty.message"));
    await expectNothingPrivate(app, word);
  });
});

const count = (number: number) => ({ count: number, formatted: String(number) });

const leave = async ({ page, translate: t }: Enrolled): Promise<void> => {
  await page.click("button", t("device:border.begin.action"));
  await confirmSure(page, {
    title: t("device:borderConfirmation.ask.title"),
    sure: t("device:borderConfirmation.sure.label"),
    go: t("device:borderConfirmation.leave.action"),
  });
};

const expectNothingPrivate = async ({ page }: Enrolled, word: string): Promise<void> => {
  const stores = await countStores(page);
  expect(Object.keys(stores).toSorted()).toEqual(["editions", "packs", "singles"]);
  const singles = await listSingles(page);
  expect(singles).not.toContain("lock");
  expect(singles).not.toContain("registry");
  expect(await findInPage(page, word)).toEqual([]);
};
