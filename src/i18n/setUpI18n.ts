import { type BackendModule, createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { AppLanguage } from "./appLanguage.ts";

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

type Messages = Record<string, unknown>;

const loaders = import.meta.glob<Messages>("../../locales/{en,es,fr,pt}/*.json", {
  import: "default",
});

/** One small chunk per language and namespace; all of them are in the precache. */
const messagesBackend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = loaders[`../../locales/${language}/${namespace}.json`];
    if (!load) {
      done(new Error(`no messages for ${language}/${namespace}`), false);
      return;
    }
    load().then(
      (messages) => done(null, messages),
      (cause: unknown) => done(cause instanceof Error ? cause : new Error(String(cause)), true),
    );
  },
};
