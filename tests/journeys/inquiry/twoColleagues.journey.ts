import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import { type EndpointProcess, listAllHeld, untilHeld } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { closeDesks, startEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { ask, nature, openThread, seeUnsent, sendReply } from "#tests/journeys/steps/letterForm.ts";
import { openPerson, type Person } from "#tests/journeys/steps/person.ts";
import { invite } from "#tests/journeys/steps/publish.ts";
import {
  countLetters,
  isOnScreen,
  lookAgain,
  seeGone,
  seeText,
} from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

const pair = enginesOf("inquiry/twoColleagues");
const answers = ["The registrar changed a record.", "A router update went wrong."] as const;

describe.each([pair])(
  "two colleagues of one desk, with Chile in %s and Jamaica in %s",
  (asker, asked) => {
    let endpoint: EndpointProcess;
    let chile: Person;
    let marcia: Person;
    let devon: Person;
    let carol: Person;

    beforeAll(async () => {
      const desks = await startEnrolled({ chile: asker, jamaica: asked });
      endpoint = desks.endpoint;
      const code = await invite(endpoint, "JM/policy");
      [marcia, devon, chile] = await Promise.all([
        desks.open("jamaica"),
        openPerson({ endpoint, engine: asker, language: "en", code }),
        desks.open("chile", { language: "es" }),
      ]);
      await ask(chile);
      await chile.page.kill();
    });
    afterAll(() => closeDesks(endpoint, [chile, marcia, devon, carol]));

    test("what one has read is not unread on the other's device", async () => {
      const { page, translate: t } = devon;
      await openPrivate(devon, "#/inquiries");
      await seeText(page, t("inquiries:list.unread.label"));
      await openThread(marcia, "Chile");
      await until("the note of what was read", () => findKind("note"));
      expect(await isOnScreen(page, t("inquiries:list.unread.label"))).toBe(true);
      await lookAgain(devon);
      await seeGone(page, t("inquiries:list.unread.label"));
      await seeText(page, t("inquiries:turn.answer.label"));
    });

    test("both answer at once, offline, and see both answers as what they are", async () => {
      await openThread(devon, "Chile");
      await endpoint.stop();
      for (const [at, person] of [marcia, devon].entries()) {
        const by = { name: ["Marcia Brown", "Devon Clarke"][at] ?? "", office: "Cyber Unit" };
        await sendReply(person, { kind: "answer", by, text: answers[at] ?? "" });
        await seeUnsent(person);
      }
      await endpoint.start();
      await untilHeld(endpoint, 3);
      for (const person of [marcia, devon]) {
        await lookAgain(person);
        await seeBoth(person);
        await seeText(person.page, person.translate("inquiries:status.answered.label"));
        await seeText(person.page, person.translate("inquiries:letter.byColleague.label"));
      }
    });

    test("the State that asked sees both answers, each once", async () => {
      await chile.page.restart();
      await openThread(chile, "Jamaica");
      await seeBoth(chile);
      await chile.page.kill();
    });

    test("a third device that joins later can't read it, and says who can help", async () => {
      const code = await invite(endpoint, "JM/policy");
      carol = await openPerson({ endpoint, engine: asker, language: "en", code });
      await openPrivate(carol, "#/inquiries");
      const { page, translate: t } = carol;
      await seeText(page, t("inquiries:troubled.before.title", { count: 3 }));
      expect(await isOnScreen(page, nature)).toBe(false);
    });

    test("a colleague hands the open exchange over with one tap", async () => {
      const { page, translate: t } = devon;
      await openPrivate(devon, "#/inquiries");
      const offer = t("inquiries:handOver.offer.title", { count: 1, formatted: "1" });
      await seeText(page, offer);
      await page.click("button", t("inquiries:handOver.do.action"));
      await seeText(page, t("inquiries:handOver.done.message", { count: 3, formatted: "3" }));
      await until("the handover", () => findKind("handover"));
      await seeGone(page, offer);
      await lookAgain(carol);
      await seeGone(carol.page, carol.translate("inquiries:troubled.before.title", { count: 3 }));
      await openThread(carol, "Chile");
      await seeText(carol.page, nature);
      await seeBoth(carol);
    });

    const findKind = (wanted: string): boolean =>
      listAllHeld(endpoint).some(({ kind }) => kind === wanted);
  },
);

const seeBoth = async ({ page, translate: t }: Person): Promise<void> => {
  await seeText(page, t("inquiries:correspondence.concurrent.title"));
  for (const answer of answers) await seeText(page, answer);
  expect(await countLetters(page)).toBe(3);
};
