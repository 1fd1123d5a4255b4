import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appLanguages, languageNames } from "#i18n/appLanguage.ts";
import { engineNames } from "../engines/page.ts";
import { createTranslate } from "./createTranslate.ts";
import { type OpenedApp, openApp } from "./openApp.ts";
import { openRoute } from "./openRoute.ts";
import { routes } from "./routes.ts";

const translators = appLanguages.map((language) => ({ language, t: createTranslate(language) }));

describe.each(engineNames)("the language in %s, offline", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine);
    await app.endpoint.stop();
  });
  afterAll(() => app?.close());

  test.each(routes)("changes at once on %s, in every word", async (route) => {
    const { page, endpoint } = app;
    await openRoute(page, endpoint.address, route);
    const headings: string[] = [];
    for (const [index, { language }] of translators.entries()) {
      const next = translators[(index + 1) % translators.length];
      if (!next) throw new Error(`no language after ${language}`);
      const menu = translators[index]?.t("app:layout.language.label") ?? "";
      await page.fill(menu, languageNames[next.language]);
      await page.waitFor(
        ({ lang, ask }) => {
          const texts = [...document.querySelectorAll("nav a")].map((link) => link.textContent);
          return document.documentElement.lang === lang && texts.includes(ask);
        },
        { lang: next.language, ask: next.t("app:layout.ask.label") },
        { what: `${route} in ${next.language}` },
      );
      const { heading, text } = await page.evaluate(readScreen, null);
      headings.push(heading);
      expect(text.match(rawKey)).toBeNull();
    }
    expect(headings.every((heading) => heading !== "")).toBe(true);
    // The name of a State or of the app may be the same in two languages, never in all four.
    if (route !== "#/") expect(new Set(headings).size).toBeGreaterThan(1);
  });
});

/** `readiness.ready.message`: what a person sees of a text that is missing. */
const rawKey = /\b[a-z]\w+\.\w+\.(label|title|hint|placeholder|message|error|action)\b/;

const readScreen = (): { heading: string; text: string } => ({
  heading: document.querySelector<HTMLElement>("main h1")?.innerText ?? "",
  text: document.body.innerText,
});
