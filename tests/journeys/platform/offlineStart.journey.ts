import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { openRoute, seeText } from "#tests/journeys/steps/screen.ts";

const pack = JSON.parse(
  readFileSync(`${projectFolder}public/content/pt.json`, "utf8"),
) as ContentPack;

describe.each(enginesOf("platform/offlineStart"))("a start without a network in %s", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine, { language: "pt" });
    await app.endpoint.stop();
    await app.page.restart();
  });
  afterAll(() => app?.close());

  test("opens with the endpoint stopped and the browser new, on a screen never seen before", async () => {
    const { page, endpoint } = app;
    await openRoute(page, endpoint.address, "#/measures/2");
    await seeText(page, pack.measures[1]?.passages[0]?.text ?? "");
    expect(await page.evaluate(() => document.documentElement.lang, null)).toBe("pt");
  });

  test("has both procedures, the time line and the glossary", async () => {
    const { page, endpoint } = app;
    await openRoute(page, endpoint.address, "#/procedures/inquiry");
    await seeText(page, pack.procedures.inquiry.steps[0]?.title ?? "");
    await openRoute(page, endpoint.address, "#/procedures/response");
    await seeText(page, pack.procedures.response.steps[0]?.title ?? "");
    await openRoute(page, endpoint.address, "#/timeline");
    await seeText(page, pack.timeline[0]?.title ?? "");
    await openRoute(page, endpoint.address, "#/glossary");
    await seeText(page, pack.glossary[0]?.term ?? "");
  });

  test("has the directory", async () => {
    const { page, endpoint } = app;
    await openRoute(page, endpoint.address, "#/directory");
    await seeText(page, "Argentina");
    await openRoute(page, endpoint.address, "#/directory/CL");
    await seeText(page, "Chile");
  });

  test("reloads where it is", async () => {
    const { page } = app;
    await page.reload();
    await seeText(page, "Chile");
  });

  test("survives the browser's death as well as its closing", async () => {
    const { page, endpoint } = app;
    await page.kill();
    await page.restart();
    await openRoute(page, endpoint.address, "#/directory");
    await seeText(page, "Argentina");
  });
});
