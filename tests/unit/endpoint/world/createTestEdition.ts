import * as v from "valibot";
import { Edition } from "#domain/directory/edition.ts";

/** A small edition: Chile, Jamaica and Brazil, each with a policy and a foreign affairs desk. */
export const createTestEdition = (change: Partial<Edition> = {}): Edition => ({
  ...v.parse(Edition, {
    number: 7,
    demonstration: true,
    issuedAt: "2026-11-01T00:00:00.000Z",
    validUntil: "2027-11-01",
    states: [
      createState("CL", "America/Santiago", ["es"]),
      createState("JM", "America/Jamaica", ["en"]),
      createState("BR", "America/Sao_Paulo", ["pt"]),
    ],
    secretariat: { name: "Secretariat", emails: ["desk@secretariat.example"], source: "a test" },
  }),
  ...change,
});

const createState = (state: string, zone: string, languages: readonly string[]) => ({
  state,
  participation: { status: "member", asOf: "2026-11-01", source: "a test" },
  languages,
  otherLanguages: [],
  zone,
  desks: [
    { kind: "policy", contacts: [] },
    { kind: "foreign-affairs", contacts: [] },
  ],
});
