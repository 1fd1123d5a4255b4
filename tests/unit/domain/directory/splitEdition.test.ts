import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Contact, isPrivateContact } from "#domain/directory/contact.ts";
import { parseEdition } from "#domain/directory/edition.ts";
import { joinEdition } from "#domain/directory/openDirectory.ts";
import { splitEdition } from "#domain/directory/readableDirectory.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";

const mobile = "+56911112222";
const named = (id: string) => buildContact({ id, person: "Ana Rojas", phones: [mobile] });

/** `oCo`: open, closed, open. */
const toContacts = (pattern: string, desk: string): Contact[] =>
  pattern
    .split("")
    .map((letter, place) =>
      buildContact({ id: `${desk}-${place}`, ...(letter === "C" ? { closed: true } : {}) }),
    );

const patterns = Array.from({ length: 6 }, (_, length) => length).flatMap((length) =>
  Array.from({ length: 2 ** length }, (_, bits) =>
    Array.from({ length }, (__, place) => ((bits >> place) & 1 ? "C" : "o")).join(""),
  ),
);

test("a contact is closed if it says so, or if it names a person", () => {
  expect(isPrivateContact(buildContact())).toBe(false);
  expect(isPrivateContact(buildContact({ closed: true }))).toBe(true);
  expect(isPrivateContact(named("x"))).toBe(true);
});

test("joining what was split is the edition again, wherever private contacts stand", () => {
  for (const [index, pattern] of patterns.entries()) {
    const other = patterns[(index * 7) % patterns.length] ?? "";
    const edition = buildEdition({
      CL: { policy: toContacts(pattern, "CL-p"), technical: toContacts(other, "CL-t") },
      PE: { policy: toContacts(other, "PE-p") },
    });
    const { open, privatePart } = splitEdition(edition);
    expect(joinEdition(open, privatePart)).toEqual(edition);
    expect(
      open.states
        .flatMap(({ desks }) => desks.flatMap((desk) => desk.contacts))
        .some(isPrivateContact),
    ).toBe(false);
  }
});

test("what is left open names no private contact, and counts each desk's", () => {
  const edition = buildEdition({
    CL: { policy: [buildContact(), named("CL-2")], technical: [named("CL-3"), named("CL-4")] },
    PE: { policy: [buildContact({ id: "PE-1" })] },
  });
  const { open, counts, privatePart } = splitEdition(edition);
  expect(JSON.stringify(open)).not.toContain(mobile);
  expect(JSON.stringify(counts)).not.toContain(mobile);
  expect(counts).toEqual([
    { address: { state: "CL", desk: "policy" }, count: 1 },
    { address: { state: "CL", desk: "technical" }, count: 2 },
  ]);
  expect(privatePart).toMatchObject({
    number: 7,
    contacts: [{ place: 1 }, { place: 0 }, { place: 1 }],
  });
});

test("of an older part, what left, or stands in the open now, is not shown again", () => {
  const { privatePart } = splitEdition(
    buildEdition({
      CL: { policy: [named("CL-1"), named("CL-2")] },
      PE: { policy: [named("PE-1")] },
    }),
  );
  const newer = buildEdition({ CL: { policy: [buildContact({ id: "CL-1" })] } }, { number: 8 });
  const joined = joinEdition(newer, privatePart);
  expect(joined.states.map(({ state }) => state)).toEqual(["CL"]);
  expect(joined.states[0]?.desks[0]?.contacts.map(({ id }) => id)).toEqual(["CL-1", "CL-2"]);
  expect(joined.states[0]?.desks[0]?.contacts[0]).not.toHaveProperty("person");
});

test("the edition that ships has offices only, and is kept as it is", () => {
  const file = JSON.parse(readFileSync("public/content/directory.json", "utf8")) as {
    content: string;
  };
  const edition = parseEdition(file.content);
  if (!edition.ok) throw new Error(edition.error.type);
  const { open, counts } = splitEdition(edition.value);
  expect(counts).toEqual([]);
  expect(open).toBe(edition.value);
});
