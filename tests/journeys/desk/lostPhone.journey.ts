import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import {
  countNotices,
  type EndpointProcess,
  findNumber,
  listHeld,
  untilHeld,
} from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { ask, nature, openThread, sendReply } from "#tests/journeys/steps/letterForm.ts";
import { openPerson, type Person } from "#tests/journeys/steps/person.ts";
import { invite, revokeDesk } from "#tests/journeys/steps/publish.ts";
import {
  countLetters,
  isOnScreen,
  lookAgain,
  seeGone,
  seeText,
} from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

const engines = enginesOf("desk/lostPhone");

describe.each(engines)("a desk whose only phone is lost, in %s", (engine) => {
  let endpoint: EndpointProcess;
  let chile: Person;
  let phone: Person;

  beforeAll(async () => {
    // Jamaica's phone will be lost: it never fetches anything.
    chile = await openEnrolled(engine, { language: "es" });
    endpoint = chile.endpoint;
    await ask(chile);
  });
  afterAll(async () => {
    await phone?.close();
    await chile?.close();
  });

  test("the asker is told that nobody there can open it, once the phone is revoked", async () => {
    const { page, translate: t } = chile;
    await revokeDesk(endpoint, "JM/policy");
    expect(countNotices(endpoint, "CL/policy", "recipientsGone")).toBe(1);
    await lookAgain(chile);
    await seeText(page, goneTitle());
    await page.click("button", t("inquiries:actions.sendAgain.action"));
    await seeText(page, t("errors:deskWithoutDevices"));
    expect(listHeld(endpoint)).toHaveLength(1);
  });

  test("with a new phone there, one tap sends it again", async () => {
    const { page, translate: t } = chile;
    const code = await invite(endpoint, "JM/policy");
    phone = await openPerson({ endpoint, engine, language: "en", code });
    await page.click("button", t("inquiries:actions.sendAgain.action"));
    await untilHeld(endpoint, 2);
    await seeText(page, t("inquiries:letter.saidAgain.label"));
    await seeGone(page, goneTitle());
    const number = findNumber(endpoint, "inquiry");
    await seeText(page, t("inquiries:timeline.held.message", { number }));
    expect(await countLetters(page)).toBe(1);
  });

  test("the new phone opens it, once", async () => {
    const { page, translate: t } = phone;
    await openPrivate(phone, "#/inquiries");
    await seeText(page, t("inquiries:list.asked.label"));
    const before = t("inquiries:troubled.before.title", { count: 1 });
    expect(await isOnScreen(page, before)).toBe(false);
    await openThread(phone, "Chile");
    await seeText(page, nature);
    expect(await countLetters(page)).toBe(1);
  });

  test("its answer reaches the asker, and nothing was sent twice", async () => {
    const by = { name: "Marcia Brown", office: "Cyber Unit" };
    await sendReply(phone, { kind: "answer", by, text: "It was a router." });
    await untilHeld(endpoint, 3);
    await lookAgain(chile);
    await seeText(chile.page, "It was a router.");
    await openThread(chile, "Jamaica");
    await seeText(chile.page, "It was a router.");
    expect(await countLetters(chile.page)).toBe(2);
    expect(listHeld(endpoint).map(({ kind }) => kind)).toEqual(["inquiry", "inquiry", "answer"]);
    await until("an empty queue", async () => !(await chile.page.has("link", /por enviar$/)));
  });

  const goneTitle = (): string =>
    chile.translate("inquiries:attention.gone.title", {
      letter: chile.translate("sentences:letter.inquiry.title"),
    });
});
