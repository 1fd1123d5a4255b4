import { describe, expect, it } from "vitest";
import { importEdition } from "#secretariat/edition/importEdition.ts";
import type { LineError } from "#secretariat/edition/lineError.ts";
import {
  chile,
  contactLine,
  contactsFile,
  goodContact,
  peru,
  statesFile,
} from "#tests/unit/secretariat/world.ts";
import { day, instant } from "#tests/world/moments.ts";

const run = (contactsCsv: Uint8Array, statesCsv = statesFile(chile, peru)) =>
  importEdition({
    contactsCsv,
    statesCsv,
    number: 3,
    issuedAt: instant("2026-11-16T12:00:00.000Z"),
    validUntil: day("2027-05-31"),
    demonstration: false,
  });
const errorsOf = (...args: Parameters<typeof run>): readonly LineError[] => {
  const imported = run(...args);
  return imported.ok ? [] : imported.error;
};
const wrong = (changed: Readonly<Record<string, string>>) =>
  errorsOf(contactsFile(contactLine(changed)));
const at = (column: string, problem: object) => [{ file: "contacts", line: 2, column, ...problem }];

describe("an import", () => {
  it("makes an edition of all States, each with its three desks, named or not", () => {
    const imported = run(contactsFile(goodContact));
    expect(imported).toMatchObject({
      ok: true,
      value: {
        number: 3,
        demonstration: false,
        validUntil: "2027-05-31",
        secretariat: { emails: ["cybersecurity@oas.org"] },
        states: [
          {
            state: "CL",
            participation: { status: "member", asOf: "2026-11-16", source: "a list" },
            desks: [
              {
                kind: "policy",
                contacts: [
                  {
                    id: "CL-1",
                    phones: ["+5600000010"],
                    languages: ["es", "en"],
                    hours: { type: "always" },
                    confirmedBy: "Misión",
                  },
                ],
              },
              { kind: "foreign-affairs", contacts: [] },
              { kind: "technical", contacts: [] },
            ],
          },
          { state: "PE", otherLanguages: ["ay", "qu"] },
        ],
      },
    });
  });

  it("keeps the order of a desk's lines as the order of preference", () => {
    const imported = run(contactsFile(contactLine({ id: "z" }), contactLine({ id: "a" })));
    const contacts = imported.ok ? imported.value.states[0]?.desks[0]?.contacts : [];
    expect(contacts?.map(({ id }) => id)).toEqual(["z", "a"]);
  });

  it("takes a contact that its State has not confirmed", () => {
    const imported = run(contactsFile(contactLine({ confirmed_by: "", confirmed_on: "" })));
    const contact = imported.ok && imported.value.states[0]?.desks[0]?.contacts[0];
    expect(contact).toMatchObject({ id: "CL-1", expiresOn: "2027-08-31" });
    expect(contact).not.toHaveProperty("confirmedOn");
  });

  it("closes a contact that the file closes; a file need not have that column", () => {
    const withColumn = (cell: string) => {
      const [header, line] = new TextDecoder().decode(contactsFile(goodContact)).split("\n");
      return new TextEncoder().encode(`${header},closed\n${line},${cell}\n`);
    };
    const contactOf = (file: Uint8Array) => {
      const imported = run(file);
      return imported.ok ? imported.value.states[0]?.desks[0]?.contacts[0] : undefined;
    };
    expect(contactOf(withColumn("yes"))).toMatchObject({ id: "CL-1", closed: true });
    expect(contactOf(withColumn(""))).toEqual(contactOf(contactsFile(goodContact)));
    expect(contactOf(withColumn(""))).not.toHaveProperty("closed");
    expect(errorsOf(withColumn("no"))).toEqual(
      at("closed", { type: "cellMalformed", expected: "yes", value: "no" }),
    );
  });

  it("reads what a spreadsheet set to Spanish writes: semicolons, a mark, CRLF", () => {
    const plain = new TextDecoder().decode(contactsFile(goodContact));
    const text = `\ufeff${plain.replaceAll(",", ";").replaceAll("\n", "\r\n")}`;
    expect(run(new TextEncoder().encode(text)).ok).toBe(true);
  });
});

describe("an import names", () => {
  it("every bad line, not only the first, and every bad cell in it", () => {
    const contacts = contactsFile(
      contactLine({ phones: "555", desk: "cyber" }),
      goodContact,
      contactLine({ id: "CL-2", expires_on: "31/12/2027" }),
    );
    const states = statesFile(chile, "PE,es,,America/Lima,observer,,2026-11-16,a list");
    expect(errorsOf(contacts, states).map((e) => [e.file, e.line, e.column, e.type])).toEqual([
      ["states", 3, "status", "cellMalformed"],
      ["contacts", 2, "desk", "cellMalformed"],
      ["contacts", 2, "phones", "cellMalformed"],
      ["contacts", 4, "expires_on", "cellMalformed"],
    ]);
  });

  it.each([
    ["a State that is none", { state: "Chile" }, "state", "state", "Chile"],
    ["a desk", { desk: "cyber" }, "desk", "desk", "cyber"],
    ["an id", { id: "a b" }, "id", "id", "a b"],
    ["one phone of two", { phones: "+5600000010; 555" }, "phones", "phones", "555"],
    ["an e-mail", { emails: "nobody" }, "emails", "emails", "nobody"],
    ["a language", { languages: "es Spanish" }, "languages", "languages", "Spanish"],
    [
      "a zone that no database knows",
      { zone: "America/Atlantis" },
      "zone",
      "zone",
      "America/Atlantis",
    ],
    ["an offset for a zone", { zone: "-03:00" }, "zone", "zone", "-03:00"],
    ["hours", { hours: "nine to five" }, "hours", "hours", "nine to five"],
    ["a day that no calendar has", { expires_on: "2027-02-30" }, "expires_on", "day", "2027-02-30"],
  ])("%s", (_what, changed, column, expected, value) => {
    expect(wrong(changed)).toEqual(at(column, { type: "cellMalformed", expected, value }));
  });

  it("an empty cell that must be filled", () => {
    expect(wrong({ office: "" })).toEqual(at("office", { type: "cellEmpty" }));
    expect(wrong({ expires_on: "" })).toEqual(at("expires_on", { type: "cellEmpty" }));
  });

  it("a contact with neither phone nor e-mail", () => {
    expect(wrong({ phones: "", emails: "" })).toEqual(at("", { type: "unreachable" }));
  });

  it("half a confirmation, one of tomorrow, and one that ends before it begins", () => {
    expect(wrong({ confirmed_by: "" })).toEqual(
      at("confirmed_on", { type: "confirmationIncomplete" }),
    );
    expect(wrong({ confirmed_on: "2026-11-17" })).toEqual(
      at("confirmed_on", { type: "confirmedInFuture", value: "2026-11-17" }),
    );
    expect(wrong({ expires_on: "2026-08-31" })).toEqual(
      at("expires_on", { type: "expiresBeforeConfirmed", value: "2026-08-31" }),
    );
  });

  it("a State that is not in the file of States", () => {
    expect(wrong({ state: "BR" })).toEqual(at("state", { type: "stateUnknown", value: "BR" }));
  });

  it("an id or a State that stands there twice, with its first line", () => {
    const contacts = contactsFile(goodContact, contactLine({ state: "PE" }));
    expect(errorsOf(contacts, statesFile(chile, peru, chile))).toEqual([
      { file: "states", line: 4, column: "iso2", type: "repeated", value: "CL", firstLine: 2 },
      { file: "contacts", line: 3, column: "id", type: "repeated", value: "CL-1", firstLine: 2 },
    ]);
  });

  it("the first line of a record whose cells run over several", () => {
    const contacts = contactsFile(
      goodContact,
      contactLine({ id: "CL-2", office: "a\nb\nc", desk: "x" }),
    );
    expect(errorsOf(contacts).map(({ line }) => line)).toEqual([3]);
  });

  it("columns that are missing, unknown or doubled", () => {
    const text = new TextDecoder().decode(contactsFile(goodContact));
    const bytes = new TextEncoder().encode(text.replace("person,", "person,person,fax,"));
    expect(errorsOf(bytes).map(({ line, column, type }) => [line, column, type])).toEqual([
      [1, "fax", "columnUnknown"],
      [1, "person", "columnRepeated"],
      [2, "", "cellCount"],
    ]);
    expect(errorsOf(new TextEncoder().encode("state,desk\n")).map(({ column }) => column)).toEqual(
      expect.arrayContaining(["id", "office", "expires_on"]),
    );
  });

  it("a line with a cell too many", () => {
    expect(errorsOf(contactsFile(`${goodContact},more`))).toEqual(
      at("", { type: "cellCount", expected: 14, found: 15 }),
    );
  });

  it("where a quotation mark was not closed, and a file that is not UTF-8", () => {
    expect(errorsOf(contactsFile(goodContact, '"CL'))).toMatchObject([{ type: "csvBroken" }]);
    expect(errorsOf(Uint8Array.of(0x73, 0xf1, 0x0a))).toEqual([
      { file: "contacts", line: 1, column: "", type: "notUtf8" },
    ]);
  });
});
