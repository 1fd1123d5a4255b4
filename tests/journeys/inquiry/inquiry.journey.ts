import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  beginInquiry,
  finishInquiry,
  nature,
  seeKept,
  sendInquiry,
} from "#tests/journeys/steps/letterForm.ts";
import { readNature } from "#tests/journeys/steps/otherDesk.ts";
import { seeSign, seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

describe.each(enginesOf("inquiry/inquiry"))("an inquiry written offline in %s", (engine) => {
  let app: Enrolled;

  beforeAll(async () => {
    app = await openEnrolled(engine);
    await app.endpoint.stop();
  });
  afterAll(() => app?.close());

  test("is whole after the browser was killed in the middle of it", async () => {
    const { page, translate } = app;
    await beginInquiry(app, { isByHand: true });
    await seeKept(app);
    await page.kill();
    await page.restart();
    await openPrivate(app, "#/inquiries");
    await page.click("link", /^Jamaica/);
    await page.waitForRole("heading", translate("inquiries:steps.incident.title"));
    const written = await page.evaluate(
      (text) => [...document.querySelectorAll("textarea")].some(({ value }) => value === text),
      nature,
    );
    expect(written).toBe(true);
  });

  test("waits, and says what a closed app can and can't do", async () => {
    const { page, translate } = app;
    await finishInquiry(app, { isByHand: true });
    await sendInquiry(app);
    await seeText(page, translate("inquiries:status.waiting.label"));
    await seeText(page, translate("errors:notReached"));
    const whileClosed = engine === "chromium" ? "goesByItself" : "goesWhenOpened";
    await seeText(page, translate(`inquiries:sending.${whileClosed}.message`));
    await seeText(page, translate("app:layout.queue.message", { count: 1, formatted: "1" }));
  });

  test("goes once the endpoint is there, exactly once, after one more kill", async () => {
    const { page, endpoint, translate } = app;
    await page.kill();
    await endpoint.start();
    await page.restart();
    await openPrivate(app, "#/inquiries");
    await seeSign(page, translate("inquiries:status.held.label"));
    expect((await app.jamaica.readLetters()).map(readNature)).toEqual([nature]);
    const rows = await app.jamaica.readFeed();
    await page.click("link", /^Jamaica/);
    const number = rows[0]?.receipt.number;
    await seeText(page, translate("inquiries:timeline.held.message", { number }));
    await until("an empty queue", async () => !(await page.has("link", /wait.* to be sent/)));
  });
});
