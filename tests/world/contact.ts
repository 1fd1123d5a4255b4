import * as v from "valibot";
import { Contact } from "#domain/directory/contact.ts";
import { Edition } from "#domain/directory/edition.ts";

/** A whole contact, parsed, with what a test cares about put in. */
export const buildContact = (overrides: Record<string, unknown> = {}): Contact =>
  v.parse(Contact, {
    id: "CL-policy-1",
    office: "Punto de contacto",
    institution: "Oficina de Enlace (demostración)",
    phones: ["+56000000010"],
    emails: ["politica@enlace.cl.example"],
    languages: ["es", "en"],
    zone: "America/Santiago",
    hours: { type: "always" },
    confirmedBy: "Misión Permanente",
    confirmedOn: "2026-09-01",
    expiresOn: "2027-08-31",
    ...overrides,
  });

/** An edition of the States given, each by its code and its desks' contacts. */
export const buildEdition = (
  states: Record<string, Partial<Record<"policy" | "foreign-affairs" | "technical", Contact[]>>>,
  overrides: Record<string, unknown> = {},
): Edition =>
  v.parse(Edition, {
    number: 7,
    demonstration: false,
    issuedAt: "2026-11-16T12:00:00.000Z",
    validUntil: "2027-05-31",
    states: Object.entries(states).map(([state, desks]) => ({
      state,
      participation: { status: "member", asOf: "2026-11-16", source: "a list" },
      languages: ["es"],
      otherLanguages: [],
      zone: "America/Santiago",
      desks: (["policy", "foreign-affairs", "technical"] as const).map((kind) => ({
        kind,
        contacts: desks[kind] ?? [],
      })),
    })),
    secretariat: { name: "Secretariat", emails: ["secretariat@oas.example"], source: "slides" },
    ...overrides,
  });
