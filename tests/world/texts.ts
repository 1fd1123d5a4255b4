import { readFileSync } from "node:fs";
import { createInstance } from "i18next";
import { type Language, languages } from "#domain/language.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import type { InquiriesT } from "#words/say.ts";

const readMessages = (language: Language): Record<string, unknown> =>
  JSON.parse(readFileSync(`${projectFolder}locales/${language}/inquiries.json`, "utf8"));

/** The texts of this feature in each language, as the app itself renders them. */
export const createTexts = async (): Promise<(language: Language) => InquiriesT> => {
  const i18n = createInstance();
  await i18n.init({
    lng: "en",
    fallbackLng: false,
    ns: ["inquiries"],
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      languages.map((language) => [language, { inquiries: readMessages(language) }]),
    ),
  });
  return (language) => i18n.getFixedT(language, "inquiries");
};
