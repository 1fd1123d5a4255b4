import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  beginInquiry,
  finishInquiry,
  nature,
  sendInquiry,
} from "#tests/journeys/steps/letterForm.ts";
import { readNature } from "#tests/journeys/steps/otherDesk.ts";
import { enrolAs } from "#tests/journeys/steps/person.ts";
import { invite } from "#tests/journeys/steps/publish.ts";
import { openRoute, seeSign, seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

const engines = enginesOf("desk/unknownDevice");

describe.each(engines)("a device that the endpoint no longer knows, in %s", (engine) => {
  let app: Enrolled;

  beforeAll(async () => {
    app = await openEnrolled(engine);
    await app.endpoint.stop();
    await beginInquiry(app);
    await finishInquiry(app);
    await sendInquiry(app);
    await seeText(app.page, app.translate("inquiries:status.waiting.label"));
    forgetTokens(app.endpoint.folder);
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
    await enrolAs(app, await invite(endpoint, "CL/policy"));
    await openPrivate(app, "#/inquiries");
    await seeSign(page, translate("inquiries:status.held.label"));
    expect((await app.jamaica.readFeed()).length).toBe(1);
    // The device that wrote it is known by its keys, whatever became of its token.
    expect((await app.jamaica.readLetters()).map(readNature)).toEqual([nature]);
  });
});

/** As if the endpoint had lost who may call: Chile's device is known, its token is not. */
const forgetTokens = (folder: string): void => {
  const database = new DatabaseSync(join(folder, "enlace.sqlite"));
  database.exec("UPDATE devices SET tokenHash = 'lost' WHERE desk = 'CL/policy'");
  database.close();
};
