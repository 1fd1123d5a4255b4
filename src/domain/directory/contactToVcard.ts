import type { Instant } from "#domain/instant.ts";
import { utf8Bytes } from "#domain/text.ts";
import type { Contact } from "./contact.ts";

/** Texts of a card; the caller supplies them, because the domain has no text for people. */
export type VcardTexts = {
  /** An office's name, such as `Chile: CBM #2`, so that a phone's list of contacts is readable. */
  readonly name: string;
  /** Who confirmed the contact, and until when it is valid. */
  readonly note: string;
};

/**
 * Converts a contact to a vCard 4.0 (RFC 6350) in UTF-8, with CRLF and lines folded at 75 octets.
 * `revisedAt` is when the edition was issued.
 */
export const contactToVcard = (contact: Contact, texts: VcardTexts, revisedAt: Instant): string => {
  const { office, person, institution, phones, emails, languages } = contact;
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `KIND:${person === undefined ? "org" : "individual"}`,
    `UID;VALUE=text:${escapeText(`enlace-${contact.id}`)}`,
    `FN:${escapeText(person ?? texts.name)}`,
    `ORG:${escapeText(institution)};${escapeText(office)}`,
    ...phones.map((phone, index) => `TEL;VALUE=uri;TYPE="voice,work"${pref(index)}:tel:${phone}`),
    ...emails.map((email, index) => `EMAIL;TYPE=work${pref(index)}:${escapeText(email)}`),
    ...languages.map((language, index) => `LANG${pref(index)}:${language}`),
    `TZ:${escapeText(contact.zone)}`,
    `NOTE:${escapeText(texts.note)}`,
    `REV:${revisedAt.replace(/[-:]|\.\d+/g, "")}`,
    "END:VCARD",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
};

/** 1 is the most preferred, 100 the least (RFC 6350, 5.3). */
const pref = (index: number): string => `;PREF=${Math.min(index + 1, 100)}`;

/** RFC 6350, 3.4. */
const escapeText = (text: string): string =>
  text.replace(/[\\,;]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

const lineMaxBytes = 75;

/**
 * Folds between characters only: a fold inside a character of several octets would be read as two
 * broken ones (RFC 6350, 3.2).
 */
const foldLine = (line: string): string => {
  let folded = "";
  let bytes = 0;
  for (const character of line) {
    const size = utf8Bytes(character);
    if (bytes + size > lineMaxBytes) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
};
