import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { Page } from "#tests/engines/page.ts";
import { type StaticServer, serveFolder } from "#tests/engines/serveFolder.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";

/** The endpoint's own policy: what the engines do must work under it. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; " +
  "base-uri 'none'; require-trusted-types-for 'script'; trusted-types app-sw";

describe.each(enginesOf("platform/engine"))("a page in %s", (engine) => {
  let server: StaticServer;
  let page: Page;

  beforeAll(async () => {
    const folder = `${projectFolder}tests/engines/fixtures`;
    server = await serveFolder(folder, { headers: { "content-security-policy": policy } });
    page = await openPage({
      engine,
      profile: createProfile(),
      locale: "pt-BR",
      colorScheme: "dark",
      textScale: 2,
      breaksPolicy: true,
      takesPictures: true,
    });
    await page.goto(server.address);
  });
  afterAll(async () => {
    await page.close();
    await server.stop();
  });

  const expectStatus = (text: string): Promise<void> =>
    page.waitFor((wanted) => document.querySelector("[role=status]")?.textContent === wanted, text);

  test("has the size, the language, the colour scheme and the text size asked for", async () => {
    const seen = await page.evaluate(
      () => ({
        size: [innerWidth, innerHeight],
        language: navigator.language,
        isDark: matchMedia("(prefers-color-scheme: dark)").matches,
        fontSize: getComputedStyle(document.documentElement).fontSize,
      }),
      null,
    );
    expect(seen).toEqual({
      size: [390, 844],
      language: "pt-BR",
      isDark: true,
      fontSize: "32px",
    });
  });

  test("finds by role and accessible name, and only what is visible", async () => {
    expect(await page.textOf("heading", "A page to drive")).toBe("A page to drive");
    expect(await page.has("button", /^keep/i)).toBe(true);
    expect(await page.has("button", "Keep")).toBe(false);
    expect(await page.has("button", "Hidden")).toBe(false);
    expect(await page.has("link", "Elsewhere")).toBe(true);
  });

  test("keeps what was typed over a kill and a restart", async () => {
    await page.fill("Your name", "Ana");
    await page.fill("State", "Uruguay");
    await page.click("button", "Keep it");
    await expectStatus("Ana of UY");
    await page.kill();
    await page.restart();
    await page.goto(server.address);
    await expectStatus("Ana of UY");
  });

  test("types and presses keys", async () => {
    await page.click("textbox", "Your name");
    await page.type("Zoë");
    await page.press("Enter");
    await expectStatus("entered Zoë");
  });

  test("waits no longer than it was told, and says for what", async () => {
    const late = page.waitFor(() => false, null, { timeoutMs: 100, what: "the impossible" });
    await expect(late).rejects.toThrow("not within 100 ms: the impossible");
  });

  test("runs axe-core under the policy, which still refuses the page's own eval", async () => {
    const refused = await page.evaluate(() => document.body.dataset["eval"], null);
    expect(refused).toBe("EvalError");
    await page.evaluate(() => document.querySelector("h1")?.remove(), null);
    const rules = (await page.findViolations()).map(({ rule }) => rule);
    expect(rules).toContain("page-has-heading-one");
    expect(rules).not.toContain("label");
  });

  test("takes a picture of the whole viewport", async () => {
    const png = Buffer.from(await page.screenshot());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([390, 844]);
  });

  test("is cut from the network where the engine can be", async () => {
    const isCut = await page.setOffline(true);
    const reached = await page.evaluate(
      () =>
        fetch("page.js", { cache: "no-store" }).then(
          () => true,
          () => false,
        ),
      null,
    );
    expect(reached).toBe(!isCut);
    expect(isCut).toBe(engine !== "firefox");
    await page.setOffline(false);
  });
});
