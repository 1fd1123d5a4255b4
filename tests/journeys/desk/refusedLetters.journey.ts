import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UpdateContent } from "#domain/letter/replies.ts";
import { createCanary, findInPage } from "#tests/journeys/steps/canary.ts";
import { untilHeld } from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { genuineCount, tamper } from "#tests/journeys/steps/evilEndpoint.ts";
import { ask } from "#tests/journeys/steps/letterForm.ts";
import { enrolForger } from "#tests/journeys/steps/otherDesk.ts";
import { seeText } from "#tests/journeys/steps/screen.ts";
import { openPrivate } from "#tests/journeys/steps/vaultForm.ts";

const engines = enginesOf("desk/refusedLetters");

describe.each(engines)("what a malicious endpoint holds, in %s", (engine) => {
  const word = createCanary();
  const genuine = `${word}${genuineCount}`;
  let app: Enrolled;
  let problems: readonly string[];

  beforeAll(async () => {
    app = await openEnrolled(engine);
    const { page, endpoint } = app;
    const brazil = await enrolForger(endpoint, "BR/policy");
    await ask(app);
    await untilHeld(endpoint, 1);
    // Nothing is fetched before the endpoint has done its worst.
    await page.goto("about:blank");
    const [inquiry] = await app.jamaica.readLetters();
    if (!inquiry) throw new Error("no inquiry");
    for (let number = 1; number <= genuineCount; number += 1) {
      await app.jamaica.reply(inquiry, createUpdate(`${word}${number}`));
    }
    await endpoint.stop();
    problems = await tamper(endpoint, brazil);
    await endpoint.start();
  });
  afterAll(() => app?.close());

  test("is shown as what it is, each by its own name", async () => {
    const { page, translate: t } = app;
    await openPrivate(app, "#/inquiries");
    const title = t("inquiries:troubled.row.title");
    await page.waitFor(
      ({ title: start, count }) =>
        [...document.querySelectorAll("a")].filter(({ innerText }) => innerText.startsWith(start))
          .length === count,
      { title, count: problems.length },
      { what: `${problems.length} troubled rows` },
    );
    const rows = await page.evaluate(readRows, title);
    const names = rows.map((row) => problems.find((type) => row.includes(t(`errors:${type}`))));
    expect(new Set(names)).toEqual(new Set(problems));
    expect(names).toHaveLength(problems.length);
  });

  test("stands in no correspondence; a genuine letter that came twice stands there once", async () => {
    const { page, translate: t } = app;
    await page.click("link", /^Jamaica/);
    await seeText(page, genuine);
    const articles = await page.evaluate(
      () => [...document.querySelectorAll("article")].map(({ innerText }) => innerText),
      null,
    );
    expect(articles.filter((text) => text.includes(word))).toHaveLength(1);
    expect(articles.filter((text) => text.includes(genuine))).toHaveLength(1);
    expect(await findInPage(page, "Forged: ")).toEqual([]);
    expect(await page.has("link", t("inquiries:replies.closing.action"))).toBe(true);
  });

  test("says what can be done about it, and shows none of its words", async () => {
    const { page, translate: t } = app;
    await openPrivate(app, "#/inquiries");
    const name = new RegExp(
      `^${t("inquiries:troubled.row.title")}.*${t("errors:signatureBroken")}`,
    );
    await page.click("link", name);
    await seeText(page, t("inquiries:troubled.notProven.message"));
    expect(await findInPage(page, "Forged: ")).toEqual([]);
  });
});

const createUpdate = (text: string): UpdateContent => ({
  schema: "update/1",
  sender: { name: "Joan Reid", affiliation: "Director, Ministry" },
  text: { text, language: "en" },
  mark: "TLP:GREEN",
});

/** Runs in the page. */
const readRows = (title: string): readonly string[] =>
  [...document.querySelectorAll("a")]
    .map(({ innerText }) => innerText.replace(/\s+/g, " "))
    .filter((text) => text.startsWith(title));
