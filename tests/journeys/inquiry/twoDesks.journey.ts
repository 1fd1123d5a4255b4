import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type EndpointProcess,
  findNumber,
  listHeld,
  untilHeld,
} from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { closeDesks, startEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  beginInquiry,
  finishInquiry,
  nature,
  openThread,
  seeUnsent,
  sendInquiry,
  sendReply,
} from "#tests/journeys/steps/letterForm.ts";
import { lookUntilDelivered, type Person } from "#tests/journeys/steps/person.ts";
import { lookAgain, seePattern, seeSign, seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

const pair = enginesOf("inquiry/twoDesks");

/** Both sides of an exchange are proven here. */
const byHand = { isByHand: true };

const ana = { name: "Ana Rojas", office: "Adviser, Ministry" };
const marcia = { name: "Marcia Brown", office: "Director, Cyber Unit" };

describe.each([pair])("Chile in %s and Jamaica in %s, each offline by turns", (asker, asked) => {
  let endpoint: EndpointProcess;
  let chile: Person;
  let jamaica: Person;

  beforeAll(async () => {
    const desks = await startEnrolled({ chile: asker, jamaica: asked });
    endpoint = desks.endpoint;
    [chile, jamaica] = await Promise.all([
      desks.open("chile", { language: "es" }),
      desks.open("jamaica"),
    ]);
  });
  afterAll(() => closeDesks(endpoint, [chile, jamaica]));

  test("the inquiry is queued offline, and held once the endpoint is there", async () => {
    const { page, translate: t } = chile;
    await beginInquiry(chile, byHand);
    await endpoint.stop();
    await finishInquiry(chile, byHand);
    await sendInquiry(chile);
    await seeText(page, t("inquiries:status.waiting.label"));
    await endpoint.start();
    await seeSign(page, t("inquiries:status.held.label"));
    const number = findNumber(endpoint, "inquiry");
    await seeText(page, t("inquiries:timeline.held.message", { number }));
    expect(listHeld(endpoint).map(({ kind }) => kind)).toEqual(["inquiry"]);
  });

  test("the asked reads it in its own language, after the words on non-accusation", async () => {
    const { page, translate: t } = jamaica;
    await openPrivate(jamaica, "#/inquiries");
    await seeText(page, t("inquiries:list.asked.label"));
    await seeText(page, t("inquiries:list.unread.label"));
    expect(await page.findViolations()).toEqual([]);
    await openThread(jamaica, "Chile");
    await seeText(page, t("inquiries:status.received.label"));
    await seeText(page, t("inquiries:turn.answer.label"));
    await seeText(page, t("sentences:asked.confirm-receipt.label"));
    const read = await page.evaluate(readInquiry, {
      noAccusation: t("sentences:text.noAccusation.message"),
      nature,
      howAsked: t("inquiries:letter.howAsked.title"),
      invocation: t("sentences:text.invocation.message"),
    });
    expect(read).toEqual({ isInOrder: true, language: "es", before: false, after: true });
    expect(await page.findViolations()).toEqual([]);
  });

  test("delivered is said when the asked has come back for more, not before", async () => {
    const { page, translate: t } = chile;
    await lookAgain(chile);
    expect(await has(chile, t("inquiries:timeline.delivered.message"))).toBe(false);
    await lookUntilDelivered(jamaica, "CL/policy", 1);
    await lookAgain(chile);
    await seeText(page, t("inquiries:timeline.delivered.message"));
    await seeText(page, t("inquiries:status.delivered.label"));
  });

  test("option 2 is written offline, and tells when, and what is asked back", async () => {
    await endpoint.stop();
    await sendReply(
      jamaica,
      {
        kind: "acknowledgement",
        by: marcia,
        estimate: "2031-05-17T09:00",
        askedBack: "contact",
        text: "Both networks are being looked at.",
      },
      byHand,
    );
    await seeUnsent(jamaica);
    await seeText(jamaica.page, jamaica.translate("inquiries:turn.answer.label"));
    await endpoint.start();
    await untilHeld(endpoint, 2);
    await seeText(jamaica.page, jamaica.translate("inquiries:status.lookingInto.label"));
    await seeWhose("acknowledged", "acknowledgement", marcia.name);

    const { page, translate: t } = chile;
    await seeText(page, t("inquiries:status.acknowledged.label"));
    await seeText(page, t("inquiries:turn.answerBack.label"));
    await seeText(page, t("sentences:text.willLookInto.message"));
    await seeText(page, t("sentences:askedBack.contact.label"));
    await seeText(page, "Both networks are being looked at.");
    await seeEstimate("2031");
  });

  test("what was asked back is answered offline, and is no longer an open question", async () => {
    await endpoint.stop();
    await sendReply(
      chile,
      { kind: "update", by: ana, text: "Mi número es +56 2 2827 0000." },
      byHand,
    );
    await seeUnsent(chile);
    await seeText(chile.page, chile.translate("inquiries:turn.theirs.label"));
    await endpoint.start();
    await untilHeld(endpoint, 3);
    await lookAgain(jamaica);
    await seeText(jamaica.page, "Mi número es +56 2 2827 0000.");
    await seeText(jamaica.page, jamaica.translate("inquiries:list.unread.label"));
    await sendReply(jamaica, { kind: "update", by: marcia, estimate: "2032-06-18T10:00" }, byHand);
    await untilHeld(endpoint, 4);
    await lookAgain(chile);
    await seeEstimate("2032");
    expect(await has(chile, chile.translate("inquiries:turn.answerBack.label"))).toBe(false);
  });

  test("the answer is written offline, and its words and writer are the same at both ends", async () => {
    await endpoint.stop();
    await sendReply(
      jamaica,
      { kind: "answer", by: marcia, text: "A router update went wrong." },
      byHand,
    );
    await seeUnsent(jamaica);
    await endpoint.start();
    await untilHeld(endpoint, 5);
    await seeWhose("answered", "answer", marcia.name);
    await seeText(chile.page, "A router update went wrong.");
    await seeText(chile.page, chile.translate("inquiries:status.answered.label"));
  });

  test("closing with a reason, offline, ends it for both", async () => {
    await endpoint.stop();
    await sendReply(chile, { kind: "closing", by: ana, reason: "answered" }, byHand);
    await seeUnsent(chile);
    await endpoint.start();
    await untilHeld(endpoint, 6);
    await seeWhose("closed", "closing", ana.name, "sentences:reason.answered.label");
  });

  test("each letter is held once, and stands once on both screens after a new start", async () => {
    const kinds = ["inquiry", "acknowledgement", "update", "update", "answer", "closing"];
    expect(listHeld(endpoint).map(({ kind }) => kind)).toEqual(kinds);
    for (const [person, state] of [[chile, "Jamaica"] as const, [jamaica, "Chile"] as const]) {
      await openThread(person, state);
      await seeText(person.page, person.translate("inquiries:status.closed.label"));
      const letters = await person.page.evaluate(
        () => document.querySelectorAll("article").length,
        null,
      );
      expect(letters).toBe(kinds.length);
    }
  });

  /** Both ends say by whose letter a state was reached, and quote the same number. */
  const seeWhose = async (
    state: "acknowledged" | "answered" | "closed",
    kind: "acknowledgement" | "answer" | "closing",
    sender: string,
    reason?: string,
  ): Promise<void> => {
    const [writer, reader] = kind === "closing" ? [chile, jamaica] : [jamaica, chile];
    const look = async ({ page, translate: t }: Person): Promise<void> => {
      const number = findNumber(endpoint, kind);
      const rest = reason === undefined ? {} : { reason: t(reason) };
      await seeText(page, t(`inquiries:timeline.${state}.message`, { sender, number, ...rest }));
    };
    await look(writer);
    await lookAgain(reader);
    await look(reader);
  };

  /** Both ends are shown the year of the estimate, and who gave it. */
  const seeEstimate = async (year: string): Promise<void> => {
    for (const { page, translate: t } of [jamaica, chile]) {
      const given = t("inquiries:estimate.given.title", { by: "" }).trim();
      await seePattern(page, new RegExp(`${given} [^.]{0,30}${year}`));
      await seeText(page, t("inquiries:estimate.source.message", { sender: marcia.name }));
    }
  };
});

const has = ({ page }: Person, text: string): Promise<boolean> =>
  page.evaluate((words) => document.body.innerText.includes(words), text);

/** Runs in the page: in which order and language the inquiry stands, and what one tap adds to it. */
const readInquiry = (words: {
  noAccusation: string;
  nature: string;
  howAsked: string;
  invocation: string;
}) => {
  const text = (): string => document.body.innerText.replace(/\s+/g, " ");
  const at = text().indexOf(words.noAccusation);
  const written = [...document.querySelectorAll<HTMLElement>("[lang]")].find(
    (element) => element.checkVisibility() && element.textContent?.trim() === words.nature,
  );
  const before = text().includes(words.invocation);
  const summary = [...document.querySelectorAll("summary")].find(
    (one) => one.checkVisibility() && one.textContent === words.howAsked,
  );
  summary?.click();
  return {
    isInOrder: at >= 0 && at < text().indexOf(words.nature),
    language: written?.lang,
    before,
    after: text().includes(words.invocation),
  };
};
