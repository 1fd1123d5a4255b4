import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { protocolMediaType } from "#protocol/version.ts";
import { until } from "#tests/engines/until.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  answerInstead,
  type Impostor,
  type StrangeAnswer,
} from "#tests/journeys/steps/evilEndpoint.ts";
import { beginInquiry, finishInquiry, sendInquiry } from "#tests/journeys/steps/letterForm.ts";
import { seeHeld, seeText } from "#tests/journeys/steps/screen.ts";

const page200 = { status: 200, mediaType: "text/html", body: "<h1>Welcome to the hotel</h1>" };
const receiptForAnother = {
  id: randomUUID(),
  digest: "0".repeat(64),
  heldAt: "2026-11-22T00:00:00.000Z",
  number: "0000-0000",
  epoch: randomUUID(),
};
const strangers: readonly (readonly [string, StrangeAnswer, string])[] = [
  ["a portal's page with 200", page200, "errors:notOurEndpoint"],
  ["a proxy's page with 401", { ...page200, status: 401 }, "errors:notOurEndpoint"],
  [
    "JSON that is no receipt",
    { status: 200, mediaType: protocolMediaType, body: "{}" },
    "errors:notOurEndpoint",
  ],
  [
    "a receipt for another message",
    { status: 201, mediaType: protocolMediaType, body: JSON.stringify(receiptForAnother) },
    "errors:receiptMismatch",
  ],
];

const engines = enginesOf("inquiry/portal");

describe.each(engines)("an answer that isn't our endpoint's, in %s", (engine) => {
  let app: Enrolled;
  let impostor: Impostor;

  beforeAll(async () => {
    app = await openEnrolled(engine);
    await app.endpoint.stop();
    impostor = await answerInstead(app.endpoint, page200);
    await beginInquiry(app);
    await finishInquiry(app);
    await sendInquiry(app);
  });
  afterAll(async () => {
    await impostor?.stop();
    await app?.close();
  });

  test.each(strangers)("leaves the inquiry queued and says so: %s", async (_, answer, said) => {
    const { page, translate } = app;
    await seeText(page, translate("inquiries:status.waiting.label"));
    impostor.say(answer);
    const before = impostor.messages();
    await page.click("button", translate("inquiries:actions.tryNow.action"));
    await until("a try", () => impostor.messages() > before);
    await seeText(page, translate("inquiries:status.waiting.label"));
    await seeText(page, translate(said));
  });

  test("is forgotten when the endpoint itself is there: held once, without a reload", async () => {
    const { page, endpoint, translate } = app;
    await impostor.stop();
    await endpoint.start();
    await page.click("button", translate("inquiries:actions.tryNow.action"));
    await seeHeld(app);
    expect(await app.jamaica.readFeed()).toHaveLength(1);
  });
});
