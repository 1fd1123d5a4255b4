import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StateEntry } from "#domain/directory/edition.ts";
import { readShippedEdition } from "#tests/house/readShippedEdition.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type OpenedApp, openApp } from "#tests/journeys/steps/person.ts";
import { openRoute, seeText } from "#tests/journeys/steps/screen.ts";

const edition = readShippedEdition();

const engines = enginesOf("reading/directorySearch");

describe.each(engines)("searching the directory in %s, offline", (engine) => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp(engine, { language: "es" });
    await app.endpoint.stop();
    await openRoute(app.page, app.endpoint.address, "#/directory");
  });
  afterAll(() => app?.close());

  const search = async (query: string): Promise<void> => {
    await app.page.fill(app.translate("directory:search.query.label"), query);
  };
  const seeCount = (count: number): Promise<void> =>
    app.page.waitFor(
      (text) =>
        [...document.querySelectorAll("[role=status]")].some(
          (status) => status.textContent === text,
        ),
      app.translate("directory:search.found.message", { count, formatted: String(count) }),
    );

  test("finds a State without its accents, and by its name in another language", async () => {
    for (const query of ["mexico", "MÉXICO", "Mexique"]) {
      await search(query);
      await seeCount(1);
      expect(await app.page.has("link", /^México/)).toBe(true);
    }
  });

  test("finds an office whose accents nobody types", async () => {
    const hasOffice = ({ desks }: StateEntry): boolean =>
      desks.some(({ contacts }) => contacts.some(({ office }) => /cibernética/i.test(office)));
    const count = edition.states.filter(hasOffice).length;
    expect(count).toBeGreaterThan(1);
    for (const query of ["cibernetica", "CIBERNÉTICA"]) {
      await search("zzzz");
      await seeCount(0);
      await search(query);
      await seeCount(count);
    }
  });

  test("finds an office and says which State it is of", async () => {
    await search("policy@enlace.ag.example");
    await seeCount(1);
    expect(await app.page.has("link", /^Antigua y Barbuda/)).toBe(true);
  });

  test("says when nothing is found, and with which words", async () => {
    await search("zzzz");
    await seeText(app.page, app.translate("directory:search.none.message", { query: "zzzz" }));
    expect(await app.page.has("link", /^México/)).toBe(false);
  });

  test("leads to a number that can be called, in one tap", async () => {
    await search("antigua");
    await app.page.click("link", /^Antigua y Barbuda/);
    await app.page.waitForRole("heading", "Antigua y Barbuda");
    const targets = await app.page.evaluate(
      () => [...document.querySelectorAll<HTMLAnchorElement>("main a")].map(({ href }) => href),
      null,
    );
    expect(targets).toContain("tel:+12685550110");
    expect(targets.some((target) => target.startsWith("mailto:"))).toBe(true);
  });
});
