import type { Contact } from "#domain/directory/contact.ts";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";
import { formatLanguageName } from "#i18n/format.ts";
import { formatHours } from "#words/contactWords.tsx";
import type { EntryField } from "./entryFields.ts";

/** An entry as a note writes it, in the note's language. */
export const contactToFields = (
  contact: Contact,
  locale: string,
): Readonly<Record<EntryField, string>> => ({
  office: contact.office,
  institution: contact.institution,
  phones: contact.phones.map(formatPhoneNumber).join(", "),
  emails: contact.emails.join(", "),
  languages: contact.languages.map((code) => formatLanguageName(code, locale)).join(", "),
  hours: contact.hours.type === "always" ? "24/7" : formatHours(contact.hours, locale),
});
