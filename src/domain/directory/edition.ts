import * as v from "valibot";
import { DeskKind, StateCode } from "#domain/desk.ts";
import { Day, Instant } from "#domain/instant.ts";
import { LanguageCode } from "#domain/language.ts";
import { Contact, EmailAddress } from "./contact.ts";

/**
 * How a State stands to the Organization's work: data with a date and a source, never code
 * [Note: participation is data].
 */
export type Participation = v.InferOutput<typeof Participation>;
export const Participation = v.strictObject({
  status: v.picklist(["member", "not-participating", "withdrawn", "disputed"]),
  since: v.optional(Day),
  asOf: Day,
  source: v.pipe(v.string(), v.minLength(1)),
});

/** A desk and its contacts, the preferred one first. No contacts: the State has named none. */
export type Desk = v.InferOutput<typeof Desk>;
export const Desk = v.strictObject({ kind: DeskKind, contacts: v.array(Contact) });

export type StateEntry = v.InferOutput<typeof StateEntry>;
export const StateEntry = v.strictObject({
  state: StateCode,
  participation: Participation,
  /** The languages of the State in the Organization's work, ISO 639. May be empty. */
  languages: v.array(LanguageCode),
  otherLanguages: v.array(LanguageCode),
  /** The zone of the capital. */
  zone: v.string(),
  desks: v.array(Desk),
});

/**
 * A numbered, dated directory of points of contact. A `demonstration` is invented, says so on
 * every screen, and is never shown once a real one is held.
 */
export type Edition = v.InferOutput<typeof Edition>;
export const Edition = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  demonstration: v.boolean(),
  issuedAt: Instant,
  validUntil: Day,
  states: v.array(StateEntry),
  /** The last to try: the secretariat itself. */
  secretariat: v.strictObject({
    name: v.string(),
    emails: v.array(EmailAddress),
    source: v.string(),
  }),
});
