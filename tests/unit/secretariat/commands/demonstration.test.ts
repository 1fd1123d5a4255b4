import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { contactFreshness } from "#domain/directory/contact.ts";
import { directoryCoverage } from "#domain/directory/directoryState.ts";
import { Edition, parseEdition } from "#domain/directory/edition.ts";
import { importEdition } from "#secretariat/edition/importEdition.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";
import { day, instant } from "#tests/world/moments.ts";

const folder = "src/secretariat/demonstration";
const shipped = parseSignedFile(await readFile("public/content/directory.json", "utf8"));
if (!shipped.ok) throw new Error("the shipped directory is not signed");
const parsed = parseEdition(shipped.value.content);
if (!parsed.ok) throw new Error("the shipped directory is not an edition");
const edition = parsed.value;
const contacts = edition.states.flatMap(({ state, desks }) =>
  desks.flatMap((desk) => desk.contacts.map((contact) => ({ state, ...contact }))),
);
const today = day("2026-11-22");

describe("the demonstration directory", () => {
  it("is what the import makes of its files, to the byte", async () => {
    const made = importEdition({
      contactsCsv: await readFile(`${folder}/contacts.csv`),
      statesCsv: await readFile(`${folder}/states.csv`),
      number: 1,
      issuedAt: instant("2026-11-16T12:00:00.000Z"),
      validUntil: day("2027-05-31"),
      demonstration: true,
    });
    expect(made.ok && JSON.stringify(made.value)).toBe(shipped.value.content);
  });

  it("is signed with the one key whose demonstrations the shipped configuration shows", async () => {
    const config = JSON.parse(await readFile("public/config.json", "utf8"));
    const { key } = shipped.value;
    expect(config).toEqual({ endpoint: ".", publishers: [], demonstration: key });
    const opened = await openPublished(shipped.value, "edition", Edition, [key]);
    expect(opened).toEqual({ ok: true, value: edition });
  });

  it("says that it is one, and covers 35 States with all they may lack", () => {
    expect(edition.demonstration).toBe(true);
    const coverage = directoryCoverage(edition, today);
    expect(coverage.states).toBe(35);
    expect(coverage.statesWithNone).toBeGreaterThanOrEqual(3);
    expect(coverage.statesOnlyExpired).toBeGreaterThanOrEqual(1);
    const types = contacts.map((contact) => contactFreshness(contact, today).type);
    expect(new Set(types)).toEqual(new Set(["fresh", "expiresSoon", "expired", "unconfirmed"]));
    expect(new Set(contacts.map(({ hours }) => hours.type)).size).toBe(3);
  });

  it("names no person, and institutions that say in their own language that they are invented", () => {
    for (const contact of contacts) {
      expect(contact.person).toBeUndefined();
      expect(contact.institution).toMatch(
        /\((demostración|demonstration|démonstration|demonstração|demonstratie)|, démonstration\)/,
      );
    }
  });

  it("uses addresses and numbers that can reach no one", () => {
    for (const { emails, phones, state } of contacts) {
      for (const email of emails) expect(email, state).toMatch(/\.example$/);
      for (const phone of phones) {
        const isReserved = /^\+1\d{3}55501\d\d$/.test(phone);
        const isUnassigned = /^\+5\d{1,2}0{4,8}\d\d$/.test(phone);
        expect(isReserved || isUnassigned, phone).toBe(true);
      }
    }
  });

  it("has participation with a source and a day, and no contact for a State that takes no part", () => {
    for (const { participation } of edition.states) expect(participation.source).not.toBe("");
    const cuba = edition.states.find(({ state }) => state === "CU");
    expect(cuba?.participation.status).toBe("not-participating");
    expect(cuba?.desks.flatMap((desk) => desk.contacts)).toEqual([]);
    expect(edition.states.find(({ state }) => state === "NI")?.participation).toMatchObject({
      status: "withdrawn",
      since: "2023-11-19",
    });
  });
});
