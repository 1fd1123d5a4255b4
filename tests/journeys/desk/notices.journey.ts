import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { until } from "#tests/engines/until.ts";
import { countNotices, type EndpointProcess } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  beginInquiry,
  createAnswer,
  finishInquiry,
  sendInquiry,
} from "#tests/journeys/steps/letterForm.ts";
import { seeSign, seeText } from "#tests/journeys/steps/screen.ts";
import { goToPrivate, unlock } from "#tests/journeys/steps/vaultForm.ts";

/** Nothing listens there: that it was tried stands in the log. */
const settings = {
  ENLACE_VAPID_SUBJECT: "mailto:desk@enlace.example",
  ENLACE_SMTP: "smtp://127.0.0.1:9",
  ENLACE_MAIL_FROM: "desk@enlace.example",
};

let endpoint: EndpointProcess;
let chile: Enrolled;
let browser: PlaywrightPage;

beforeAll(async () => {
  const [engine] = enginesOf("desk/notices");
  // Only the whole browser shows notifications.
  chile = await openEnrolled(engine, { language: "es", settings, isWholeBrowser: true });
  endpoint = chile.endpoint;
  browser = chile.page as PlaywrightPage;
  await browser.context().grantPermissions(["notifications"], { origin: endpoint.address });
  await beginInquiry(chile);
  await finishInquiry(chile);
  await sendInquiry(chile);
  await seeSign(chile.page, chile.translate("inquiries:status.held.label"));
});
afterAll(async () => {
  await chile?.close();
});

test("the page says what a sign never holds, and that this device gives none yet", async () => {
  const { page, translate: t } = chile;
  await goToPrivate(chile, "#/more/notices");
  await unlockHere();
  await seeText(page, t("device:notices.never.message"));
  await seeText(page, t("device:pushNotice.off.message"));
});

// No push service is within this Chromium's reach: subscribing itself can't be shown here.
test("a browser that reaches no push service gives no sign, and says so", async () => {
  const { page, translate: t } = chile;
  await page.click("button", t("device:pushNotice.turnOn.action"));
  await seeText(page, t("errors:pushFailed"), { timeoutMs: 30_000 });
  await seeText(page, t("device:pushNotice.off.message"));
});

test("one of the desk's own addresses is chosen, and is known again after a new start", async () => {
  const { page, translate: t } = chile;
  await page.fill(mailLabel(), "guardia@enlace.cl.example");
  await until("the endpoint's word", () => endpoint.log().some(isSubscribed));
  // It is shown as chosen once it was confirmed and kept.
  await seeChosen("guardia@enlace.cl.example");
  await page.reload();
  await unlockHere();
  await seeChosen("guardia@enlace.cl.example");
  expect(await page.evaluate(readStorage, null)).not.toContain("guardia@");
  await seeText(page, t("device:pushNotice.off.message"));
});

test("a push shows the constant words, and what waits is on the locked device and delivered", async () => {
  const { page, translate: t } = chile;
  // A page of the endpoint's own: the app is closed.
  await page.goto(`${endpoint.address}v1/health`);
  const [inquiry] = await chile.jamaica.readLetters();
  if (!inquiry) throw new Error("no inquiry");
  await chile.jamaica.reply(inquiry, createAnswer("A cable was cut near Kingston."));
  await until("the mail that was tried", () => endpoint.log().some(isMailTried));
  expect(countNotices(endpoint, "JM/policy", "delivered")).toBe(0);

  await deliverPush();
  const shown = await until("a notice", async () => {
    const found = await page.evaluate(listNotices, null);
    return found.length > 0 && found;
  });
  expect(shown).toEqual([
    { title: t("app:notice.waiting.title"), body: t("app:notice.waiting.message") },
  ]);
  await until("delivered", () => countNotices(endpoint, "JM/policy", "delivered") > 0);
});

test("a second push is no second notice", async () => {
  const countPulls = () => endpoint.log().filter(isPull).length;
  const before = countPulls();
  await deliverPush();
  // The words come before it.
  await until("the worker's look", () => countPulls() > before);
  expect(await chile.page.evaluate(listNotices, null)).toHaveLength(1);
});

test("the app finds it without a network, counts it while locked, and takes the notice away", async () => {
  const { page, translate: t } = chile;
  await endpoint.stop();
  await page.goto(`${endpoint.address}#/inquiries`);
  await seeText(page, t("device:lockedCounts.arrived.message", { count: 1, formatted: "1" }));
  await until("no notice", async () => (await page.evaluate(listNotices, null)).length === 0);
  await unlock(chile);
  await page.waitForRole("link", /^Jamaica/);
});

const mailLabel = (): string => {
  const { translate: t } = chile;
  const desk = t("words:desk.ofState.label", {
    state: "Chile",
    desk: t("words:desk.policy.label"),
  });
  return t("device:mailNotice.address.label", { desk });
};

const seeChosen = (address: string): Promise<void> =>
  chile.page.waitFor(
    (wanted) => [...document.querySelectorAll("select")].some(({ value }) => value === wanted),
    address,
    { what: "the address that was chosen" },
  );

/** The settings stand behind the lock. */
const unlockHere = async (): Promise<void> => {
  const { page, translate: t } = chile;
  await until("the settings, or what is before them", async () => {
    const open = t("app:unlock.open.action");
    return (
      (await page.has("button", open)) || page.has("heading", t("device:pushNotice.section.title"))
    );
  });
  if (await page.has("button", t("app:unlock.open.action"))) await unlock(chile);
};

/** Lines of the endpoint's log. */
const isSubscribed = (line: string): boolean =>
  line.includes("/v1/subscriptions/:device") && line.includes("200");
const isPull = (line: string): boolean => line.includes('"path":"/v1/messages"');
const isMailTried = (line: string): boolean =>
  line.includes('"noticeFailed"') && line.includes('"mail"') && !line.includes("@");

/** Runs in the page. */
const listNotices = async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const notices = (await registration?.getNotifications()) ?? [];
  return notices.map(({ title, body }) => ({ title, body }));
};

/** Runs in the page: all that stands alone, as text. */
const readStorage = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("enlace");
    opening.addEventListener("error", () => reject(new Error("not opened")));
    opening.addEventListener("success", () => {
      const database = opening.result;
      const reading = database.transaction("singles").objectStore("singles").getAll();
      reading.addEventListener("success", () => {
        database.close();
        resolve(JSON.stringify(reading.result));
      });
    });
  });

/** What the push service would bring to the browser. */
const deliverPush = async (): Promise<void> => {
  const session = await browser.context().newCDPSession(browser.tab());
  const registration = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === endpoint.address);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", {
    origin: new URL(endpoint.address).origin,
    registrationId: await registration,
    data: '{"type":"waiting"}',
  });
  await session.detach();
};
