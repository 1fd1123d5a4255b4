import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { goToRoute, routes } from "#tests/journeys/steps/screen.ts";

/** What axe finds is mostly in the markup: each theme in two engines, each engine once at least. */
const themes = {
  chromium: ["light", "dark"],
  firefox: ["light"],
  webkit: ["dark"],
} as const;
const looks = enginesOf("reading/accessibility").flatMap((engine) =>
  themes[engine].map((theme) => [engine, theme] as const),
);

describe.each(looks)("a screen in %s, %s", (engine, theme) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine, { colorScheme: theme });
  });
  afterAll(() => app?.close());

  test.each(routes)("has nothing that axe finds fault with: %s", async (route) => {
    await goToRoute(app.page, route);
    expect(await app.page.findViolations()).toEqual([]);
  });
});
