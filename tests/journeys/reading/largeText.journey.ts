import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChromium } from "#tests/engines/openChromium.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import {
  beginInquiry,
  createAnswer,
  finishInquiry,
  goOn,
  sendInquiry,
} from "#tests/journeys/steps/letterForm.ts";
import { seeReady } from "#tests/journeys/steps/person.ts";
import {
  createTranslate,
  goToRoute,
  lookAgain,
  routes,
  seeHeld,
  seeText,
} from "#tests/journeys/steps/screen.ts";
import { goToPrivate } from "#tests/journeys/steps/vaultForm.ts";

const [engine] = enginesOf("reading/largeText");

// The longest texts are French and Spanish. WCAG 2.2, 1.4.4 and 1.4.10.
describe.each(["fr", "es"] as const)(
  "a small phone with text twice as large, in %s",
  (language) => {
    const t = createTranslate(language);
    let server: StaticServer;
    let page: PlaywrightPage;

    beforeAll(async () => {
      server = await serveFolder(distFolder);
      const size = { width: 360, height: 640 };
      const options = { locale: language, size, textScale: 2, profile: createProfile() };
      page = await openChromium({ engine, ...options });
      await page.goto(server.address);
      await seeReady(page, t);
    });
    afterAll(async () => {
      await page?.close();
      await server?.stop();
    });

    test.each(routes)("shows all of %s within its width", async (route) => {
      await goToRoute(page, route);
      expect(await page.evaluate(findTooWide, null)).toBeUndefined();
    });

    test("shows every step of an inquiry within its width", async () => {
      await goToPrivate({ page, translate: t, endpoint: server }, "#/inquiries/new");
      for (const step of ["sender", "invocation", "incident", "request", "review"]) {
        await goOn({ page, translate: t }, step);
        expect(await page.evaluate(findTooWide, null)).toBeUndefined();
      }
    });
  },
);

// The longest words of all kinds of incidents are Portuguese.
describe("what two desks write, on a small phone with text twice as large", () => {
  let app: Enrolled;

  beforeAll(async () => {
    const size = { width: 360, height: 640 };
    app = await openEnrolled(engine, { language: "pt", size, textScale: 2 });
    await beginInquiry(app);
    await finishInquiry(app);
    await sendInquiry(app);
    await seeHeld(app);
    const [inquiry] = await app.jamaica.readLetters();
    if (!inquiry) throw new Error("no inquiry");
    await app.jamaica.reply(inquiry, createAnswer("Corrigido."));
    await lookAgain(app);
    await seeText(app.page, "Corrigido.");
  });
  afterAll(() => app?.close());

  test("the thread stays within its width, and so does the list", async () => {
    const { page } = app;
    expect(await page.evaluate(findTooWide, null)).toBeUndefined();
    for (const hash of ["#/inquiries", "#/more/lock", "#/more/sheet", "#/more/notices"]) {
      await goToPrivate(app, hash);
      expect(await page.evaluate(findTooWide, null)).toBeUndefined();
    }
  });
});

/** Runs in the page: the words of the innermost element that stands out at the side, if any does. */
const findTooWide = (): string | undefined => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return undefined;
  const wide = Array.from(document.querySelectorAll("main *")).filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  );
  return wide.at(-1)?.textContent ?? `${scrollWidth} of ${clientWidth}`;
};
