import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { AppLanguage } from "./appLanguage.ts";
import { messagesBackend } from "./messagesBackend.ts";

/** Loads the messages that every screen needs in `language`; rejects if a chunk can't be loaded. */
export const setUpI18n = async (
  language: AppLanguage,
  namespaces: readonly string[],
): Promise<i18n> => {
  const instance = createInstance();
  await instance
    .use(messagesBackend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: ["en", "es", "fr", "pt"],
      fallbackLng: false,
      ns: ["app", "errors", ...namespaces],
      defaultNS: "app",
      load: "currentOnly",
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      returnNull: false,
    });
  return instance;
};
