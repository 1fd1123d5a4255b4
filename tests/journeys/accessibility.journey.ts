import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineNames } from "../engines/page.ts";
import { type OpenedApp, openApp } from "./openApp.ts";
import { openRoute } from "./openRoute.ts";
import { routes } from "./routes.ts";

const themes = ["light", "dark"] as const;

describe.each(engineNames.flatMap((engine) => themes.map((theme) => [engine, theme] as const)))(
  "a screen in %s, %s",
  (engine, theme) => {
    let app: OpenedApp;

    beforeAll(async () => {
      app = await openApp(engine, { colorScheme: theme });
    });
    afterAll(() => app?.close());

    test.each(routes)("has nothing that axe finds fault with: %s", async (route) => {
      await openRoute(app.page, app.endpoint.address, route);
      expect(await app.page.findViolations()).toEqual([]);
    });
  },
);
