import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appLanguages, languageNames } from "#i18n/appLanguage.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { createTranslate, goToRoute, routes } from "#tests/journeys/steps/screen.ts";

const translators = appLanguages.map((language) => ({ language, t: createTranslate(language) }));

describe.each(enginesOf("reading/language"))("the language in %s, offline", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine);
    await app.endpoint.stop();
  });
  afterAll(() => app?.close());

  // The settings have a field for the language of their own, of the same name.
  test.each(routes.filter((route) => route !== "#/more/settings"))(
    "changes at once on %s, in every word",
    async (route) => {
      const { page } = app;
      await goToRoute(page, route);
      for (const [index, { t }] of translators.entries()) {
        const next = translators[(index + 1) % translators.length];
        if (!next) throw new Error("no next language");
        const before = await page.evaluate(readScreen, null);
        await page.fill(t("app:layout.language.label"), languageNames[next.language]);
        await page.waitFor(
          ({ lang, ask, main }) => {
            const links = [...document.querySelectorAll("nav a")].map((link) => link.textContent);
            const shown = document.querySelector("main")?.innerText ?? "";
            const isThere = document.documentElement.lang === lang && links.includes(ask);
            return isThere && shown !== main && document.querySelector("main h1") !== null;
          },
          { lang: next.language, ask: next.t("app:layout.ask.label"), main: before.main },
          { what: `${route} in ${next.language}` },
        );
        expect((await page.evaluate(readScreen, null)).whole.match(rawKey)).toBeNull();
      }
    },
  );
});

/** `readiness.ready.message`: what a person sees of a text that is missing. */
const rawKey = /\b[a-z]\w+\.[\w-]+\.(label|title|hint|placeholder|message|error|action)\b/;

const readScreen = (): { main: string; whole: string } => ({
  main: document.querySelector("main")?.innerText ?? "",
  whole: document.body.innerText,
});
