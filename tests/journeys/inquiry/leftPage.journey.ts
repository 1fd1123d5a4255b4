import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";

let app: OpenedApp;

beforeAll(async () => {
  const [engine] = enginesOf("inquiry/leftPage");
  app = await openApp(engine);
});
afterAll(() => app?.close());

/** Between these the app reads and writes; which of them meets a transaction is chance. */
const momentsMs = Array.from({ length: 6 }, (_, index) => 100 + index * 70);

test("a page left in the middle of a read or a write holds up no page after it, in WebKit", async () => {
  const { page, endpoint } = app;
  for (const moment of momentsMs) {
    await page.goto(`${endpoint.address}#/measures/2`);
    // The one wait for a time: what is proven is that no moment to leave is a bad one.
    await pause(moment);
    await page.goto("about:blank");
    await page.goto(`${endpoint.address}#/measures/2`);
    await page.waitFor(() => document.querySelector("main:not(#welcome) h1") !== null, null, {
      what: "the measure",
    });
    await page.goto("about:blank");
  }
  await until("an empty page", async () => (await page.url()) === "about:blank");
});
