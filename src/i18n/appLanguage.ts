/** The languages of the interface, in BCP 47; each named in itself. */
export const appLanguages = ["en", "es", "fr", "pt"] as const;
export type AppLanguage = (typeof appLanguages)[number];

export const languageNames: Readonly<Record<AppLanguage, string>> = {
  en: "English",
  es: "Español",
  fr: "Français",
  pt: "Português",
};
