import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { goToRoute, routes } from "#tests/journeys/steps/screen.ts";

/** What axe finds is mostly in the markup: all screens in one engine, half of them in the other. */
const all = routes;
const half = routes.filter((_, index) => index % 2 === 1);
const looks = {
  chromium: [
    ["light", all],
    ["dark", all],
  ],
  webkit: [["dark", half]],
} as const;
const rows = enginesOf("reading/accessibility").flatMap((engine) =>
  looks[engine].map(([theme, screens]) => ({ engine, theme, screens })),
);

describe.each(rows)("a screen in $engine, $theme", ({ engine, theme, screens }) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine, { colorScheme: theme });
  });
  afterAll(() => app?.close());

  test.each(screens)("has nothing that axe finds fault with: %s", async (route) => {
    await goToRoute(app.page, route);
    expect(await app.page.findViolations()).toEqual([]);
  });
});
