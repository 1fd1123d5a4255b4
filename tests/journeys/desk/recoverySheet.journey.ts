import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countNotices, type EndpointProcess, listHeld } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import {
  closeDesks,
  type EnrolledDesks,
  startEnrolled,
} from "#tests/journeys/steps/enrolledProfile.ts";
import { ask, nature, openThread } from "#tests/journeys/steps/letterForm.ts";
import { openPerson, type Person } from "#tests/journeys/steps/person.ts";
import { invite, revokeDesk } from "#tests/journeys/steps/publish.ts";
import { isOnScreen, seeGone, seeText, startOf } from "#tests/journeys/steps/screen.ts";
import { countWords, readSheet, typeAsked } from "#tests/journeys/steps/sheetScreen.ts";
import { goToPrivate, lockNow, openPrivate } from "#tests/journeys/steps/vaultForm.ts";

const pair = enginesOf("desk/recoverySheet");

describe.each([pair])(
  "a desk's recovery sheet, with Chile in %s and Jamaica in %s",
  (asker, asked) => {
    let desks: EnrolledDesks;
    let endpoint: EndpointProcess;
    let phone: Person;
    let chile: Person;
    let late: Person;
    let words: readonly string[] = [];

    beforeAll(async () => {
      desks = await startEnrolled({ chile: asker, jamaica: asked });
      endpoint = desks.endpoint;
      phone = await desks.open("jamaica", { language: "es" });
    });
    afterAll(() => closeDesks(endpoint, [phone, chile, late]));

    test("its words are shown once, and asked back before it counts", async () => {
      const { page, translate: t } = phone;
      await goToPrivate(phone, "#/more/sheet");
      await seeText(page, t("device:sheet.none.message"));
      await page.click("link", t("device:sheet.make.action"));
      await page.click("button", t("device:sheetMaking.draw.action"));
      await page.waitForRole("heading", t("device:sheetMaking.words.title"));
      words = await readSheet(page);
      expect(words).toHaveLength(24);
      await page.click("button", t("device:sheetMaking.onPaper.action"));
      await page.waitForRole("heading", t("device:sheetMaking.check.title"));
      expect(await countWords(page, words)).toBe(0);

      const [place] = await typeAsked(phone, () => "nada");
      await page.click("button", t("device:sheetMaking.publish.action"));
      await seeText(page, t("device:sheetMaking.wordWrong.error", { place }));
      await openSheetSettings(phone);
      await seeText(page, t("device:sheet.none.message"));
    });

    test("once the words are there it counts, and nothing of them is left on the device", async () => {
      const { page, translate: t } = phone;
      await page.click("link", t("device:sheet.make.action"));
      await page.click("button", t("device:sheetMaking.draw.action"));
      await page.waitForRole("heading", t("device:sheetMaking.words.title"));
      const left = words;
      words = await readSheet(page);
      expect(words).not.toEqual(left);
      await page.click("button", t("device:sheetMaking.onPaper.action"));
      await typeAsked(phone, (place) => (words[place - 1] ?? "").toUpperCase());
      await page.click("button", t("device:sheetMaking.publish.action"));
      await seeText(page, t("device:sheetMaking.done.title"));
      expect(await countWords(page, words)).toBe(0);
      await openSheetSettings(phone);
      await seeText(
        page,
        t("device:sheet.madeHere.message", { when: "" }).split(",")[0]?.trim() ?? "",
      );
      await page.waitForRole("link", t("device:sheet.replace.action"));
      await lockNow(phone);
      expect(await countWords(page, words)).toBe(0);
    });

    test("an inquiry comes, the phone is lost before it has looked, and nobody is left", async () => {
      chile = await desks.open("chile");
      await phone.close();
      await ask(chile);
      await revokeDesk(endpoint, "JM/policy");
      expect(listHeld(endpoint)).toHaveLength(1);
      // A sheet is no device: the asker is told the truth about those.
      expect(countNotices(endpoint, "CL/policy", "recipientsGone")).toBe(1);
    });

    test("the new phone can't open it by itself, and says that the sheet may", async () => {
      const code = await invite(endpoint, "JM/policy");
      late = await openPerson({ endpoint, engine: asker, language: "fr", code });
      const { page, translate: t } = late;
      await openPrivate(late, "#/inquiries");
      await seeText(page, t("inquiries:troubled.before.title", { count: 1 }));
      expect(await isOnScreen(page, nature)).toBe(false);
      await page.click("link", t("words:sheet.open.action"));
      await page.waitForRole("heading", t("words:sheet.open.action"));
      await seeText(page, t("device:sheetOpening.waiting.message", { count: 1, formatted: "1" }));
    });

    test("a wrong word is told by its place, and a missing one as such", async () => {
      await tryWords(words.map((word, place) => (place === 6 ? "jamaica" : word)).join(" "));
      const { page, translate: t } = late;
      await seeText(
        page,
        t("device:sheetOpening.wordUnknown.error", { place: 7, word: "jamaica" }),
      );
      await tryWords(words.slice(1).join(" "));
      const counts = { count: 23, wanted: 24 };
      await seeText(page, t("device:sheetOpening.wordsMissing.error", counts));
      await seeText(page, t("device:sheetOpening.waiting.message", { count: 1, formatted: "1" }));
    });

    test("the words open it, though this phone reads in another language", async () => {
      const { page, translate: t } = late;
      await tryWords(words.map((word, place) => `${place + 1}. ${word}`).join("\n"));
      const opened = t("device:sheetOpening.opened.title", { count: 1, formatted: "1" });
      await seeText(page, opened, { timeoutMs: 20_000 });
      expect(await countWords(page, words)).toBe(0);
      await page.click("link", t("device:sheetOpening.list.action"));
      await page.waitForRole("link", startOf("Chili"));
      await seeGone(page, t("inquiries:troubled.before.title", { count: 1 }));
      await openThread(late, "Chili");
      await seeText(page, nature);
    });

    test("the sheet of the lost phone counts no longer, and another is offered", async () => {
      const { page, translate: t } = late;
      await openSheetSettings(late);
      await seeText(page, t("device:sheet.makerRevoked.title"));
      await page.waitForRole("link", t("device:sheet.make.action"));
    });

    const openSheetSettings = (person: Person): Promise<void> =>
      goToPrivate(person, "#/more/sheet");

    const tryWords = async (typed: string): Promise<void> => {
      const { page, translate: t } = late;
      await page.fill(t("device:sheetOpening.words.label"), typed);
      await page.click("button", t("device:sheetOpening.open.action"));
    };
  },
);
