import type { Page } from "#tests/engines/page.ts";
import { createAnswer } from "./createAnswer.ts";
import { enrolDesk } from "./enrolDesk.ts";
import { beginInquiry, enrolAsChile, finishInquiry, seeKept, sendInquiry } from "./inquiryForm.ts";
import { lockNow } from "./lockNow.ts";
import type { OpenedApp } from "./openApp.ts";
import { openPrivate } from "./passphraseForm.ts";
import { seeHeld } from "./seeHeld.ts";
import { seeText } from "./seeText.ts";

type App = Pick<OpenedApp, "page" | "endpoint" | "translate">;

/** Where a person of Chile's desk writes or reads a word; it is seen there, each with its own end. */
export const canaryPlaces = ["Profile", "Sent", "Answer", "Note", "Draft"] as const;

/** Leaves `word` in all of them; the draft is on the screen in the end. */
export const writeCanaries = async (app: App, word: string): Promise<void> => {
  const jamaica = await enrolDesk(app.endpoint, "JM/policy");
  await enrolAsChile(app);
  await writeProfile(app, `${word}Profile`);
  await sendWithNature(app, `${word}Sent`);
  const [inquiry] = await jamaica.readLetters();
  if (!inquiry) throw new Error("no inquiry");
  await jamaica.reply(inquiry, createAnswer(`${word}Answer`));
  await noteCall(app, `${word}Answer`, `${word}Note`);
  await beginInquiry(app);
  await typeInto(app.page, app.translate("inquiries:incidentStep.nature.label"), `${word}Draft`);
  await seeKept(app);
};

const writeProfile = async (app: App, name: string): Promise<void> => {
  const { page, translate: t } = app;
  await openPrivate(app, "#/more/settings");
  await typeInto(page, t("device:profile.name.label"), name);
  await seeText(page, t("device:keeping.kept.message"));
};

const sendWithNature = async (app: App, nature: string): Promise<void> => {
  const { page, translate: t } = app;
  await beginInquiry(app);
  await typeInto(page, t("inquiries:incidentStep.nature.label"), nature);
  await finishInquiry(app);
  await sendInquiry(app);
  await seeHeld(app);
};

/** Reads the answer, and writes down a call about it. */
const noteCall = async (app: App, answer: string, note: string): Promise<void> => {
  const { page, translate: t } = app;
  await openPrivate(app, "#/inquiries");
  await page.click("link", /^Jamaica/);
  await seeText(page, answer);
  await page.click("button", t("inquiries:callWay.reached.action"));
  const start = t("inquiries:callWay.note.label", { when: "" }).trim();
  await page.waitForRole("textbox", new RegExp(`^${start}`));
  await typeInto(page, await page.evaluate(findLabel, start), note);
  // Before the key goes, what was typed last is written.
  await lockNow(app);
};

/** Key by key: a browser remembers what a person typed, not what a script has put there. */
const typeInto = async (page: Page, label: string, text: string): Promise<void> => {
  await page.fill(label, "");
  await page.click("textbox", label);
  await page.type(text);
};

/** Runs in the page. */
const findLabel = (start: string): string =>
  [...document.querySelectorAll("label")]
    .map(({ textContent }) => textContent?.trim() ?? "")
    .find((label) => label.startsWith(start)) ?? "";
