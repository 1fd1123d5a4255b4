import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  beginInquiry,
  createAnswer,
  finishInquiry,
  nature,
  sendInquiry,
  stopEndpoint,
} from "#tests/journeys/steps/letterForm.ts";
import { readNature } from "#tests/journeys/steps/otherDesk.ts";
import { openRoute, seeText } from "#tests/journeys/steps/screen.ts";
import {
  lockNow,
  passphrase,
  tryPassphrase,
  typeAndLock,
  unlock,
} from "#tests/journeys/steps/vaultForm.ts";

const lastWords = `${nature} Typed in the moment of locking.`;

describe.each(enginesOf("vault/locked"))("a device that is locked, in %s", (engine) => {
  let app: Enrolled;
  /** What rests on our own logic alone is proven once. */
  const ofOurs = test.runIf(engine === "chromium");

  beforeAll(async () => {
    app = await openEnrolled(engine);
    await beginInquiry(app);
    await finishInquiry(app);
    await stopEndpoint(app);
    await sendInquiry(app);
    await seeText(app.page, app.translate("inquiries:status.waiting.label"));
  });
  afterAll(() => app?.close());

  test("keeps what was typed in the very moment of locking, and shows none of it", async () => {
    const { page, translate: t } = app;
    await beginInquiry(app);
    await typeAndLock(app, t("inquiries:incidentStep.nature.label"), lastWords);
    await page.waitForRole("heading", t("device:locked.page.title"));
    expect(await page.evaluate(() => document.documentElement.outerHTML, null)).not.toContain(
      "Routers",
    );
    await unlock(app);
    await page.waitForRole("textbox", t("inquiries:incidentStep.nature.label"));
    expect(await readFields(app)).toContain(lastWords);
  });

  test("says how much lies behind the lock, and nothing of what it is", async () => {
    const { page, translate: t } = app;
    await lockNow(app);
    await seeText(page, t("device:lockedCounts.drafts.message", count(1)));
    await seeText(page, t("device:lockedCounts.inquiries.message", count(1)));
    await seeText(page, t("device:lockedCounts.outbox.message", count(1)));
    await seeText(page, t("app:layout.queue.message", count(1)));
  });

  ofOurs("reads guidance and directory, without a network", async () => {
    const { page, endpoint, translate: t } = app;
    await openRoute(page, endpoint.address, "#/measures");
    await page.waitForRole("link", /2/);
    await openRoute(page, endpoint.address, "#/directory/JM");
    await page.waitForRole("heading", /Jamaica/);
    await page.waitForRole("link", /\+1/);
    expect(await page.has("button", t("device:lock.now.action"))).toBe(false);
  });

  ofOurs("counts wrong passphrases, and waits after the third, over a new start too", async () => {
    const { page, endpoint, translate: t } = app;
    await openRoute(page, endpoint.address, "#/inquiries");
    for (const failures of [1, 2, 3]) {
      await tryPassphrase(app, "not the passphrase");
      await seeText(page, t("device:unlock.failures.message", count(failures)));
    }
    const waits = t("device:unlock.wait.message", { time: "" }).replace(/\W+$/, "");
    await seeText(page, waits);
    // The right one is not even tried before the time is over.
    await page.fill(t("device:unlock.passphrase.label"), passphrase);
    await page.press("Enter");
    await seeText(page, t("device:unlock.again.message"));
    await page.reload();
    await page.waitForRole("heading", t("device:locked.page.title"));
    await seeText(page, t("device:unlock.failures.message", count(3)));
  });

  test("sends what waits once the endpoint is back, locked all the time", async () => {
    const { page, endpoint, translate: t } = app;
    await endpoint.start();
    const letters = await until(
      "the inquiry at the other desk",
      async () => {
        const read = await app.jamaica.readLetters();
        return read.length > 0 && read;
      },
      30_000,
    );
    expect(letters.map(readNature)).toEqual([nature]);
    await until("an empty queue", async () => !(await page.has("link", /wait.* to be sent/)));
    await page.waitForRole("heading", t("device:locked.page.title"));
  });

  test("counts what arrives, and shows it after unlocking", async () => {
    const { page, translate: t } = app;
    const [inquiry] = await app.jamaica.readLetters();
    if (!inquiry) throw new Error("no inquiry");
    await app.jamaica.reply(inquiry, createAnswer("A cable was cut near Kingston."));
    await openRoute(page, app.endpoint.address, "#/inquiries");
    await page.waitForRole("heading", t("device:locked.page.title"));
    await seeText(page, t("device:lockedCounts.arrived.message", count(1)));
    await unlock(app);
    await page.click("link", /^Jamaica.*answered/);
    await seeText(page, "A cable was cut near Kingston.");
  });
});

const count = (number: number) => ({ count: number, formatted: String(number) });

const readFields = ({ page }: Enrolled): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll("textarea")].map(({ value }) => value), null);
