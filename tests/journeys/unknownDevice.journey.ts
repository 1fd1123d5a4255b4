import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineNames } from "../engines/page.ts";
import { enrolDesk } from "./enrolDesk.ts";
import { beginInquiry, enrolAsChile, finishInquiry, nature, sendInquiry } from "./inquiryForm.ts";
import { type OpenedApp, openApp } from "./openApp.ts";
import { openRoute } from "./openRoute.ts";
import { openPrivate } from "./passphraseForm.ts";
import { seeText } from "./seeText.ts";

describe.each(engineNames)("a device that the endpoint no longer knows, in %s", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine);
    await enrolAsChile(app);
    await app.endpoint.stop();
    await beginInquiry(app);
    await finishInquiry(app);
    await sendInquiry(app);
    await seeText(app.page, app.translate("inquiries:status.waiting.label"));
    // As after an old backup was put back: the same address, none of its devices.
    await app.endpoint.forget();
    await app.endpoint.start();
  });
  afterAll(() => app?.close());

  test("pauses its queue and says why", async () => {
    const { page, translate } = app;
    await page.click("button", translate("inquiries:actions.tryNow.action"));
    await seeText(page, translate("inquiries:sending.paused.message"));
    await seeText(page, translate("app:layout.queue.message", { count: 1, formatted: "1" }));
  });

  test("goes on reading, and keeps what it wrote", async () => {
    const { page, endpoint } = app;
    await openRoute(page, endpoint.address, "#/directory/CL");
    await seeText(page, "Chile");
    await openPrivate(app, "#/inquiries");
    await page.click("link", /^Jamaica/);
    await seeText(page, nature);
  });

  test("sends everything once when it is enrolled again", async () => {
    const { page, endpoint, translate } = app;
    const jamaica = await enrolDesk(endpoint, "JM/policy");
    await enrolAsChile(app);
    await openPrivate(app, "#/inquiries");
    await seeText(page, translate("inquiries:status.held.label"));
    expect(await jamaica.readFeed()).toHaveLength(1);
  });
});
