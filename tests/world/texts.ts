import { createInstance } from "i18next";
import { type Language, languages } from "#domain/language.ts";
import { listNamespaces, readTree } from "#tests/house/readMessages.ts";

/** The texts of the app in every language, as the app itself renders them when it speaks `language`. */
export const createTexts = async (language: Language = "en") => {
  const i18n = createInstance();
  const namespaces = listNamespaces();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    ns: [...namespaces],
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      languages.map((each) => [
        each,
        Object.fromEntries(namespaces.map((name) => [name, readTree(each, name)])),
      ]),
    ),
  });
  return i18n;
};
