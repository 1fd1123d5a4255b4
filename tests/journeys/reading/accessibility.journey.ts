import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { goToRoute, routes } from "#tests/journeys/steps/screen.ts";

/** What axe finds is mostly in the markup: each screen in both engines, and in both themes. */
const themes = { chromium: "light", webkit: "dark" } as const;

describe.each(enginesOf("reading/accessibility"))("a screen in %s", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine, { colorScheme: themes[engine] });
  });
  afterAll(() => app?.close());

  test.each(routes)("has nothing that axe finds fault with: %s", async (route) => {
    await goToRoute(app.page, route);
    expect(await app.page.findViolations()).toEqual([]);
  });
});
