import { createInstance } from "i18next";
import type { AppLanguage } from "#i18n/appLanguage.ts";
import { listNamespaces, readTree } from "#tests/house/readMessages.ts";

/** `translate("app:readiness.ready.message")`: the text as a person of this language sees it. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** Reads the locale files themselves; throws for a key that isn't there. */
export const createTranslate = (language: AppLanguage): Translate => {
  const namespaces = listNamespaces();
  const messages = namespaces.map((name) => [name, readTree(language, name)] as const);
  const i18next = createInstance();
  void i18next.init({
    lng: language,
    initAsync: false,
    ns: [...namespaces],
    interpolation: { escapeValue: false },
    resources: { [language]: Object.fromEntries(messages) },
  });
  return (key, values = {}) => {
    if (!i18next.exists(key, values)) throw new Error(`no text for ${key} in ${language}`);
    return i18next.t(key, values);
  };
};
