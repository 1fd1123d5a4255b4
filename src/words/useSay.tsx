import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import type { Say } from "#domain/wording/sentence.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { createSay } from "./say.ts";

type SayState =
  | { readonly type: "ready"; readonly say: Say }
  | { readonly type: "loading" }
  /** The chunk of that language could not be loaded: it is not on this device yet. */
  | { readonly type: "failed" };

/** Loads the fixed sentences in any of our languages, independent of the interface's. */
export const useSay = (language: Language): SayState => {
  const { i18n } = useTranslation("words");
  const [tried, setTried] = useState<Language | null>(null);
  const isLoaded = namespaces.every((name) => i18n.hasResourceBundle(language, name));
  useEffect(() => {
    if (isLoaded) return undefined;
    let isWanted = true;
    const finish = (): void => {
      if (isWanted) setTried(language);
    };
    i18n
      .loadNamespaces(namespaces)
      .then(() => i18n.loadLanguages(language))
      .then(finish, finish);
    return () => {
      isWanted = false;
    };
  }, [i18n, language, isLoaded]);
  if (isLoaded) return { type: "ready", say: createSay(i18n, language) };
  return { type: tried === language ? "failed" : "loading" };
};

const namespaces = ["words", "sentences"] as const;

/** Shown instead of a text whose language is not loaded. */
export const SayProblem = ({ say }: { readonly say: SayState }) => {
  const { t } = useTranslation("words");
  switch (say.type) {
    case "ready":
      return null;
    case "loading":
      return <Waiting label={t("say.loading.message")} />;
    case "failed":
      return <Callout tone="caution">{t("say.missing.error")}</Callout>;
  }
};
