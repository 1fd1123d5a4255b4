import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineNames } from "#tests/engines/page.ts";
import { until } from "#tests/engines/until.ts";
import {
  beginInquiry,
  enrolAsChile,
  finishInquiry,
  sendInquiry,
} from "#tests/journeys/steps/letterForm.ts";
import { enrolDesk, type OtherDesk } from "#tests/journeys/steps/otherDesk.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { seeHeld, seeText } from "#tests/journeys/steps/screen.ts";

describe.each(engineNames)("an inquiry that is taken back in %s", (engine) => {
  let app: OpenedApp;
  let jamaica: OtherDesk;

  beforeAll(async () => {
    app = await openApp(engine);
    jamaica = await enrolDesk(app.endpoint, "JM/policy");
    await enrolAsChile(app);
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
      const read = await jamaica.readFeed();
      return read.length > 1 && read;
    });
    const kinds = (await jamaica.readLetters()).map(({ kind }) => kind);
    expect(kinds).toEqual(["inquiry", "withdrawal"]);
    const number = rows[1]?.receipt.number;
    await seeText(page, translate("inquiries:timeline.withdrawalHeld.message", { number }));
  });
});
