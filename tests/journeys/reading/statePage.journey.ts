import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { openRoute, seeText } from "#tests/journeys/steps/screen.ts";

describe.each(enginesOf("reading/statePage"))("a State's page in %s, offline", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine, { language: "pt", size: { width: 360, height: 640 } });
    await app.endpoint.stop();
  });
  afterAll(() => app?.close());

  const open = (hash: string): Promise<void> => openRoute(app.page, app.endpoint.address, hash);

  test("has the policy desk's number as the biggest thing of the first screenful", async () => {
    await open("#/directory/CL");
    await app.page.waitForRole("link", /\+56 000 000 010/);
    const biggest = await app.page.evaluate(findBiggestText, null);
    expect(biggest).toMatchObject({ href: "tel:+56000000010" });
    expect(biggest.height).toBeGreaterThanOrEqual(44);
    expect(biggest.bottom).toBeLessThan(640 - 56);
  });

  test("says before the number that it has expired, and whom to try next", async () => {
    await open("#/directory/BB");
    await seeText(app.page, app.translate("directory:tryNext.list.title"));
    const text = await app.page.evaluate(
      () => document.querySelector("main")?.innerText ?? "",
      null,
    );
    const expired = text.indexOf("Vencido em 16 de março de 2026");
    const number = text.indexOf("+1 246 555 0110");
    const next = text.indexOf(app.translate("directory:tryNext.list.title"));
    const other = text.indexOf("+1 246 555 0130");
    expect([expired, number, next, other].every((at) => at >= 0)).toBe(true);
    expect([expired, number, next, other].toSorted((a, b) => a - b)).toEqual([
      expired,
      number,
      next,
      other,
    ]);
  });

  test("says that a State has named no one, and ends with the secretariat", async () => {
    await open("#/directory/CU");
    await seeText(app.page, app.translate("directory:state.none.title"));
    expect(await app.page.has("link", "cybersecurity@oas.org")).toBe(true);
    expect(
      await app.page.evaluate(() => document.querySelector("a[href^='tel:']"), null),
    ).toBeNull();
  });

  test("leads to a note in another language, with what is to be changed", async () => {
    await open("#/directory/CL/correction/CL-policy-1");
    const { page, translate } = app;
    await page.fill(translate("directory:entry.phones.label"), "+56 000 000 099");
    await page.fill(translate("correction:note.language.label"), "Español");
    await seeText(page, "La Misión Permanente hace propicia la oportunidad");
    const note = await page.evaluate(
      () => document.querySelector<HTMLElement>(".note-verbale")?.innerText ?? "",
      null,
    );
    expect(note).toContain("+56 000 000 010");
    expect(note).toContain("+56 000 000 099");
    expect(await page.findViolations()).toEqual([]);
  });
});

/** Of what stands in the window, the text in the largest letters, and the link it is in. */
const findBiggestText = (): { href: string; height: number; bottom: number } => {
  let largest = 0;
  let found = { href: "", height: 0, bottom: 0 };
  for (const element of document.querySelectorAll<HTMLElement>("main *")) {
    const box = element.getBoundingClientRect();
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
    );
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (!hasText || box.width < 2 || box.top > innerHeight || size <= largest) continue;
    largest = size;
    const href = element.closest("a")?.getAttribute("href") ?? "";
    found = { href, height: box.height, bottom: box.bottom };
  }
  return found;
};
