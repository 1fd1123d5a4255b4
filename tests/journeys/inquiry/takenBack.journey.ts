import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { beginInquiry, finishInquiry, sendInquiry } from "#tests/journeys/steps/letterForm.ts";
import { seeHeld, seeText } from "#tests/journeys/steps/screen.ts";

describe.each(enginesOf("inquiry/takenBack"))("an inquiry that is taken back in %s", (engine) => {
  let app: Enrolled;

  beforeAll(async () => {
    app = await openEnrolled(engine);
    await beginInquiry(app);
    await finishInquiry(app);
    await sendInquiry(app);
    await seeHeld(app);
    await app.endpoint.stop();
  });
  afterAll(() => app?.close());

  test("says what may already have been received, and asks first", async () => {
    const { page, translate } = app;
    await page.click("button", translate("inquiries:actions.takeBack.action"));
    await seeText(page, translate("inquiries:takeBack.held.message"));
    await page.click("button", translate("inquiries:dialog.cancel.action"));
    await seeHeld(app);
  });

  test("is followed by a withdrawal, once, when the endpoint is there again", async () => {
    const { page, endpoint, translate } = app;
    await page.click("button", translate("inquiries:actions.takeBack.action"));
    await page.waitForRole("dialog", translate("inquiries:takeBack.dialog.title"));
    await page.press("Tab");
    await page.press("Enter");
    await seeText(page, translate("inquiries:status.withdrawn.label"));
    await endpoint.start();
    await page.click("button", translate("inquiries:actions.tryNow.action"));
    const rows = await until("the withdrawal", async () => {
      const read = await app.jamaica.readFeed();
      return read.length > 1 && read;
    });
    const kinds = (await app.jamaica.readLetters()).map(({ kind }) => kind);
    expect(kinds).toEqual(["inquiry", "withdrawal"]);
    const number = rows[1]?.receipt.number;
    await seeText(page, translate("inquiries:timeline.withdrawalHeld.message", { number }));
  });
});
