import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#domain/directory/contact.ts";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";
import type { AppLanguage } from "#i18n/appLanguage.ts";
import { formatLanguageName } from "#i18n/format.ts";
import { formatHours } from "#words/contactWords.tsx";

/** The fields of its entry that a State may change, in the order of the note. */
export const entryFields = [
  "office",
  "institution",
  "phones",
  "emails",
  "languages",
  "hours",
] as const;

export type EntryField = (typeof entryFields)[number];

/** Returns the fields of an entry as a note writes them, in the note's language. */
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

export type NoteTexts = {
  readonly t: ReturnType<typeof useTranslation<["correction", "directory", "words"]>>["t"];
  readonly language: AppLanguage;
};

/** Loads the texts in a language other than the reader's; the previous ones stay until then. */
export const useNoteTexts = (language: AppLanguage): NoteTexts | undefined => {
  const { i18n } = useTranslation("correction");
  const [texts, setTexts] = useState<NoteTexts>();
  useEffect(() => {
    let isWanted = true;
    void i18n.loadLanguages(language).then(() => {
      if (isWanted)
        setTexts({ t: i18n.getFixedT(language, ["correction", "directory", "words"]), language });
    });
    return () => {
      isWanted = false;
    };
  }, [i18n, language]);
  return texts;
};
