import * as v from "valibot";

/** The four languages of Enlace, in BCP 47. Portuguese is Brazilian. */
export const languages = ["en", "es", "fr", "pt"] as const;
export type Language = (typeof languages)[number];

export const Language = v.picklist(languages);

/** A language spoken at an office: any ISO 639 code, not only ours. */
export type LanguageCode = string;
export const LanguageCode = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** Returns the first of `wanted` (BCP 47, best first) that Enlace offers; else English. */
export const chooseLanguage = (wanted: readonly string[]): Language => {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split("-")[0];
    const found = languages.find((language) => language === base);
    if (found) return found;
  }
  return "en";
};
