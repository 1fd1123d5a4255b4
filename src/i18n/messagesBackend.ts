import type { BackendModule } from "i18next";

type Messages = Record<string, unknown>;

const loaders = import.meta.glob<Messages>("../../locales/{en,es,fr,pt}/*.json", {
  import: "default",
});

/** One small chunk a language and namespace; all of them are in the precache. */
export const messagesBackend: BackendModule = {
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
