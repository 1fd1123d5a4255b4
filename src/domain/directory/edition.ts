import * as v from "valibot";
import { type DeskAddress, DeskKind, isSameDesk, StateCode } from "#domain/desk.ts";
import { Day, Instant } from "#domain/instant.ts";
import { LanguageCode } from "#domain/language.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { Contact, EmailAddress } from "./contact.ts";

/**
 * A State's participation in the Organization's work: data with a date and a source, never code
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
 * A numbered, dated directory of points of contact. A `demonstration` is fictitious, labeled as
 * such on every screen, and never shown once a real edition is saved.
 */
export type Edition = v.InferOutput<typeof Edition>;

export const Edition = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  demonstration: v.boolean(),
  issuedAt: Instant,
  validUntil: Day,
  states: v.array(StateEntry),
  /** The last contact to try: the secretariat itself. */
  secretariat: v.strictObject({
    name: v.string(),
    emails: v.array(EmailAddress),
    source: v.string(),
  }),
});

export type EditionRefusal =
  | { readonly type: "editionOlder"; readonly number: number; readonly heldNumber: number }
  /** A demonstration never replaces a real edition. */
  | { readonly type: "editionDemonstration"; readonly heldNumber: number };

/**
 * Chooses the edition to keep when one arrives: a real one replaces a demonstration, whatever their
 * numbers; otherwise the higher number wins. If they are equal, the saved one stays.
 */
export const chooseEdition = (
  held: Edition | undefined,
  arrived: Edition,
): Result<Edition, EditionRefusal> => {
  if (!held) return ok(arrived);
  const heldNumber = held.number;
  if (arrived.demonstration && !held.demonstration) {
    return err({ type: "editionDemonstration", heldNumber });
  }
  if (held.demonstration && !arrived.demonstration) return ok(arrived);
  if (arrived.number < heldNumber) {
    return err({ type: "editionOlder", number: arrived.number, heldNumber });
  }
  return ok(arrived.number === heldNumber ? held : arrived);
};

type EditionValidity =
  | { readonly type: "valid"; readonly validUntil: Day }
  | { readonly type: "past"; readonly validUntil: Day };

/** Tells whether an edition is still valid on `today`; `validUntil` itself is still a valid day. */
export const editionValidity = (edition: Edition, today: Day): EditionValidity => ({
  type: edition.validUntil < today ? "past" : "valid",
  validUntil: edition.validUntil,
});

/** Lists a desk's e-mail addresses in an edition, each once. */
export const listDeskMails = ({ states }: Pick<Edition, "states">, own: DeskAddress): string[] => {
  const entry = states.find(({ state }) => state === own.state);
  const desk = entry?.desks.find(({ kind }) => isSameDesk({ state: own.state, desk: kind }, own));
  return [...new Set(desk?.contacts.flatMap(({ emails }) => emails) ?? [])];
};

/** Room for some 10,000 contacts, in UTF-16 units: an upper bound that is cheap to check. */
export const editionMaxLength = 8 * 1024 * 1024;

export type EditionError =
  | { readonly type: "editionTooLarge"; readonly maxLength: number }
  | { readonly type: "editionNotJson" }
  /** `issues` are paths into the file: `states.3.desks.0.contacts.1.phones.0`. */
  | { readonly type: "editionMalformed"; readonly issues: readonly string[] };

/**
 * Parses an edition from its text, the `content` of a signed file whose signature was already
 * verified. On an error nothing of it is used.
 */
export const parseEdition = (text: string): Result<Edition, EditionError> => {
  if (text.length > editionMaxLength) {
    return err({ type: "editionTooLarge", maxLength: editionMaxLength });
  }
  const json = parseJson(text, v.unknown());
  if (json === undefined) return err({ type: "editionNotJson" });
  const parsed = v.safeParse(Edition, json);
  if (!parsed.success) {
    const issues = parsed.issues.map((issue) => v.getDotPath(issue) ?? "");
    return err({ type: "editionMalformed", issues: issues.slice(0, 20) });
  }
  const repeated = listRepeated(parsed.output);
  if (repeated.length > 0) return err({ type: "editionMalformed", issues: repeated });
  return ok(parsed.output);
};

/** Lists any State, desk of a State, or contact id that occurs twice. */
const listRepeated = (edition: Edition): string[] => {
  const seen = new Set<string>();
  const repeated: string[] = [];
  const note = (key: string): void => {
    if (seen.has(key)) repeated.push(key);
    seen.add(key);
  };
  for (const entry of edition.states) {
    note(entry.state);
    for (const desk of entry.desks) {
      note(`${entry.state}/${desk.kind}`);
      for (const contact of desk.contacts) note(`contact ${contact.id}`);
    }
  }
  return repeated;
};
