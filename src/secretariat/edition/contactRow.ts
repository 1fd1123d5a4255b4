import * as v from "valibot";
import { DeskAddress, DeskKind, StateCode } from "#domain/desk.ts";
import { Contact, EmailAddress, PhoneNumber, ZoneName } from "#domain/directory/contact.ts";
import { isKnownZone } from "#domain/directory/zonedTime.ts";
import { Day } from "#domain/instant.ts";
import { LanguageCode } from "#domain/language.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type CellReader, createCellReader } from "./cellReader.ts";
import type { LineError } from "./lineError.ts";
import { parseWorkingHours } from "./parseWorkingHours.ts";
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
export type ContactColumn = (typeof required)[number] | (typeof optional)[number];

export const contactColumns: Columns<ContactColumn> = { required, optional, ignored: ["note"] };

export type ContactRow = {
  readonly address: DeskAddress;
  readonly contact: Contact;
};

/** A line of the file of contacts to a contact and its desk, or everything that is wrong with it. */
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
  // Without an error noted, every cell that was read is there.
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
