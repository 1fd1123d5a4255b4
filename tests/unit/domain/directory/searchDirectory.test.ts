import { describe, expect, it } from "vitest";
import { createDirectorySearch } from "#domain/directory/searchDirectory.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";

const stateNames: Record<string, string[]> = {
  BR: ["Brésil", "Brazil", "Brasil"],
  HT: ["Haïti", "Haiti", "Haití"],
  PE: ["Pérou", "Peru", "Perú"],
  US: ["États-Unis", "United States", "Estados Unidos"],
};
const edition = buildEdition({
  BR: {
    policy: [
      buildContact({
        id: "br1",
        office: "Plantão de política",
        institution: "Escritório de Ligação",
        phones: ["+5500000020"],
        emails: ["plantao@enlace.br.example"],
      }),
    ],
    technical: [buildContact({ id: "br2", office: "Equipe de resposta" })],
  },
  HT: {},
  PE: { policy: [buildContact({ id: "pe1", office: "Oficina de São Example" })] },
  US: { technical: [buildContact({ id: "us1", phones: ["+12025550140"] })] },
});
const search = createDirectorySearch(edition.states, {
  stateNames: (state) => stateNames[state] ?? [],
  deskWords: {
    policy: ["politique", "CBM #2"],
    "foreign-affairs": ["affaires étrangères"],
    technical: ["technique"],
  },
});
const found = (query: string): string[] =>
  search(query).map(({ state, contacts }) =>
    [state, ...contacts.map(({ contact }) => contact.id)].join(" "),
  );

describe("searching the directory", () => {
  it("finds a State in any of the languages, blind to case and accents", () => {
    expect(found("haiti")).toEqual(["HT"]);
    expect(found("HAÏTI")).toEqual(["HT"]);
    expect(found("estados")).toEqual(["US"]);
    expect(found("perou")).toEqual(["PE"]);
  });

  it("finds a State by its code", () => {
    expect(found("us")).toEqual(["US"]);
  });

  it("gives every State for an empty query, in the order given", () => {
    expect(found("  ")).toEqual(["BR", "HT", "PE", "US"]);
  });

  it("finds offices, institutions, e-mails and desks within their States", () => {
    expect(found("plantao")).toEqual(["BR br1"]);
    expect(found("ligacao")).toEqual(["BR br1"]);
    expect(found("enlace.br")).toEqual(["BR br1"]);
    expect(found("cbm #2")).toEqual(["BR br1", "PE pe1"]);
  });

  it("wants every word, those of the State among them", () => {
    expect(found("bresil technique")).toEqual(["BR br2"]);
    expect(found("perou technique")).toEqual([]);
  });

  it("finds a phone by its digits, however they are grouped", () => {
    expect(found("(202) 555-0140")).toEqual(["US us1"]);
    expect(found("+55 000 000 20")).toEqual(["BR br1"]);
  });

  it("puts the States whose name begins with the query first", () => {
    // "E" begins États-Unis; it is within the others' names.
    expect(found("e")[0]).toBe("US");
  });

  it("answers a query over 5,000 contacts", () => {
    const contacts = Array.from({ length: 100 }, (_, index) =>
      buildContact({ id: `x${index}`, office: `Oficina número ${index} de política cibernética` }),
    );
    const states = Array.from({ length: 50 }, () => ({
      ...buildEdition({ BR: { policy: contacts } }).states[0],
    })) as typeof edition.states;
    const large = createDirectorySearch(states, {
      stateNames: () => ["Brésil", "Brazil"],
      deskWords: { policy: ["politique"], "foreign-affairs": [], technical: [] },
    });
    const countContacts = (query: string): number =>
      large(query).reduce((sum, { contacts: hits }) => sum + hits.length, 0);
    expect(countContacts("oficina cibernetica")).toBe(5_000);
    expect(countContacts("numero 77")).toBe(50);
    expect(countContacts("zzz")).toBe(0);
  });
});
