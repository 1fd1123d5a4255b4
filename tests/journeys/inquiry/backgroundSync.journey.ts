import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { until } from "#tests/engines/until.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  beginInquiry,
  finishInquiry,
  nature,
  sendInquiry,
} from "#tests/journeys/steps/letterForm.ts";
import { readNature } from "#tests/journeys/steps/otherDesk.ts";
import { seeSign, seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

let app: Enrolled;

beforeAll(async () => {
  const [engine] = enginesOf("inquiry/backgroundSync");
  app = await openEnrolled(engine);
  await beginInquiry(app);
  await finishInquiry(app);
});
afterAll(() => app?.close());

test("[S9] the worker sends what waits after the page is closed", async () => {
  const { page, endpoint, translate } = app;
  await endpoint.stop();
  await sendInquiry(app);
  await seeText(page, translate("inquiries:status.waiting.label"));
  await page.goto("about:blank");
  await endpoint.start();
  expect(await app.jamaica.readFeed()).toEqual([]);
  await wakeWorker(page as PlaywrightPage, endpoint.address);
  await until("the worker's delivery", () => endpoint.log().some(isHeld));
  expect((await app.jamaica.readLetters()).map(readNature)).toEqual([nature]);
});

test("the page finds the receipt that the worker got, and sends nothing again", async () => {
  const { page, translate } = app;
  await openPrivate(app, "#/inquiries");
  await seeSign(page, translate("inquiries:status.held.label"));
  await page.click("link", /^Jamaica/);
  const rows = await app.jamaica.readFeed();
  expect(rows).toHaveLength(1);
  const number = rows[0]?.receipt.number;
  await seeText(page, translate("inquiries:timeline.held.message", { number }));
});

/** A line of the endpoint's log that says it holds a new message. */
const isHeld = (line: string): boolean => line.includes('"PUT"') && line.includes("201");

/** What the browser does when a network comes, at once instead of after its own delay. */
const wakeWorker = async (page: PlaywrightPage, address: string): Promise<void> => {
  const session = await page.context().newCDPSession(page.tab());
  const registration = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === address);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.dispatchSyncEvent", {
    origin: new URL(address).origin,
    registrationId: await registration,
    tag: "push-outbox",
    lastChance: false,
  });
};
