import * as v from "valibot";
import { DeskAddress, DeskKind, StateCode } from "#domain/desk.ts";
import {
  Contact,
  EmailAddress,
  PhoneNumber,
  WorkingHours,
  ZoneName,
} from "#domain/directory/contact.ts";
import { isKnownZone } from "#domain/directory/zonedTime.ts";
import { Day } from "#domain/instant.ts";
import { LanguageCode } from "#domain/language.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type CellReader, createCellReader } from "./cellReader.ts";
import type { LineError } from "./lineError.ts";
import type { Columns, CsvLine } from "./readCsv.ts";

const required = [
  "state",
  "desk",
  "id",
  "office",
  "person",
  "institution",
  "phones",
  "emails",
  "languages",
  "zone",
  "hours",
  "confirmed_by",
  "confirmed_on",
  "expires_on",
] as const;

const optional = ["closed"] as const;

type ContactColumn = (typeof required)[number] | (typeof optional)[number];

export const contactColumns: Columns<ContactColumn> = { required, optional, ignored: ["note"] };

export type ContactRow = {
  readonly address: DeskAddress;
  readonly contact: Contact;
};

/** Parses a line of the file of contacts into a contact and its desk, or returns all its errors. */
export const parseContactRow = (
  line: CsvLine<ContactColumn>,
  issuedOn: Day,
): Result<ContactRow, readonly LineError[]> => {
  const reader = createCellReader("contacts", line);
  const { read, readList, isEmpty, note, errors } = reader;
  const { id, office, institution } = Contact.pipe[0].entries;
  const address = {
    state: read("state", "state", StateCode),
    desk: read("desk", "desk", DeskKind),
  };
  const contact = {
    id: read("id", "id", id),
    office: read("office", "text", office),
    ...(isEmpty("person") ? {} : { person: read("person", "text", office) }),
    ...(isEmpty("closed") || !read("closed", "yes", Yes) ? {} : { closed: true }),
    institution: read("institution", "text", institution),
    phones: readList("phones", "phones", /;/, spacedPhone),
    emails: readList("emails", "emails", /;/, EmailAddress),
    languages: readList("languages", "languages", /\s+/, LanguageCode),
    zone: read("zone", "zone", v.pipe(ZoneName, v.check(isKnownZone))),
    hours: readHours(reader, line),
    ...readConfirmation(reader, issuedOn),
  };
  if (isEmpty("phones") && isEmpty("emails")) note("", { type: "unreachable" });
  if (errors.length > 0) return err(errors);
  // Without errors, `read` has returned a value for every cell.
  return ok({ address: address as DeskAddress, contact: contact as Contact });
};

const Yes = v.literal("yes");

/** People write numbers in groups; E.164 has none. */
const spacedPhone = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/[\s().-]/g, "")),
  PhoneNumber,
);

const readHours = ({ note }: CellReader<ContactColumn>, { cells }: CsvLine<ContactColumn>) => {
  const hours = parseWorkingHours(cells.hours);
  if (!hours) note("hours", { type: "cellMalformed", expected: "hours", value: cells.hours });
  return hours;
};

const readConfirmation = (
  { read, isEmpty, note }: CellReader<ContactColumn>,
  issuedOn: Day,
): Partial<Pick<Contact, "confirmedBy" | "confirmedOn" | "expiresOn">> => {
  const expiresOn = read("expires_on", "day", Day);
  const expiry = expiresOn === undefined ? {} : { expiresOn };
  if (isEmpty("confirmed_by") && isEmpty("confirmed_on")) return expiry;
  if (isEmpty("confirmed_by") || isEmpty("confirmed_on")) {
    note("confirmed_on", { type: "confirmationIncomplete" });
    return expiry;
  }
  const confirmedBy = read("confirmed_by", "text", Contact.pipe[0].entries.confirmedBy.wrapped);
  const confirmedOn = read("confirmed_on", "day", Day);
  if (confirmedBy === undefined || confirmedOn === undefined) return expiry;
  if (confirmedOn > issuedOn)
    note("confirmed_on", { type: "confirmedInFuture", value: confirmedOn });
  if (expiresOn !== undefined && expiresOn < confirmedOn) {
    note("expires_on", { type: "expiresBeforeConfirmed", value: expiresOn });
  }
  return { confirmedBy, confirmedOn, ...expiry };
};

const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/**
 * Parses `24/7`, an empty text (unknown), or spans in the contact's own zone, such as
 * `Mo-Fr 08:30-12:30,14:00-17:30; Sa 09:00-12:00` (a subset of OpenStreetMap's opening_hours).
 * `undefined` if the text is none of these.
 */
export const parseWorkingHours = (text: string): WorkingHours | undefined => {
  if (text === "") return { type: "unknown" };
  if (text === "24/7") return { type: "always" };
  const spans = text.split(";").flatMap((rule) => ruleToSpans(rule.trim()));
  const parsed = v.safeParse(WorkingHours, { type: "weekly", spans });
  return parsed.success ? parsed.output : undefined;
};

/** A rule that can't be read becomes a span that the schema refuses. */
const ruleToSpans = (rule: string): readonly unknown[] => {
  const [days = "", times = "", ...rest] = rule.split(/\s+/);
  const numbers = days.split(",").flatMap(daysToNumbers);
  const isReadable = rest.length === 0 && !numbers.includes(0);
  return times.split(",").map((span) => {
    const [from = "", to = "", ...more] = span.split("-");
    return { weekdays: isReadable && more.length === 0 ? numbers : [], from, to };
  });
};

/** ISO 8601 weekdays; 0 for a word that is no day, and for a span that runs backwards. */
const daysToNumbers = (days: string): readonly number[] => {
  const [first = "", last = first, ...more] = days.split("-");
  const from = weekdays.indexOf(first) + 1;
  const to = weekdays.indexOf(last) + 1;
  if (from === 0 || to < from || more.length > 0) return [0];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};
