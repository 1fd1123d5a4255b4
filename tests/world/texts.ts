import { createInstance } from "i18next";
import { languages } from "#domain/language.ts";
import { listNamespaces, readTree } from "#tests/house/readMessages.ts";

/** The texts of the app in every language, as the app itself renders them. */
export const createTexts = async () => {
  const i18n = createInstance();
  const namespaces = listNamespaces();
  await i18n.init({
    lng: "en",
    fallbackLng: false,
    ns: [...namespaces],
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      languages.map((language) => [
        language,
        Object.fromEntries(namespaces.map((name) => [name, readTree(language, name)])),
      ]),
    ),
  });
  return i18n;
};
