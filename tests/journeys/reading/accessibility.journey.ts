import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { goToRoute, routes } from "#tests/journeys/steps/screen.ts";

const themes = ["light", "dark"] as const;

describe.each(enginesOf("reading/accessibility"))("a screen in %s", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app?.close());

  const show = (colorScheme: (typeof themes)[number]): Promise<void> =>
    (app.page as PlaywrightPage).tab().emulateMedia({ colorScheme });

  test.each(routes)("has nothing that axe finds fault with, in either theme: %s", async (route) => {
    await goToRoute(app.page, route);
    for (const theme of themes) {
      await show(theme);
      expect({ theme, found: await app.page.findViolations() }).toEqual({ theme, found: [] });
    }
  });
});
