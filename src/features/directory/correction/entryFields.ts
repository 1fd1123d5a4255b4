/** What a State may change about its entry, in the order of the note. */
export const entryFields = [
  "office",
  "institution",
  "phones",
  "emails",
  "languages",
  "hours",
] as const;
export type EntryField = (typeof entryFields)[number];

export const entryLabels = {
  office: "entry.office.label",
  institution: "entry.institution.label",
  phones: "entry.phones.label",
  emails: "entry.emails.label",
  languages: "contact.languages.label",
  hours: "contact.hours.label",
} as const satisfies Record<EntryField, string>;
