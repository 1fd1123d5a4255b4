import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import type { Say } from "#domain/wording/sentence.ts";
import { createSay } from "./say.ts";

export type SayState =
  | { readonly type: "ready"; readonly say: Say }
  | { readonly type: "loading" }
  /** The chunk of that language could not be loaded: it is not on this device yet. */
  | { readonly type: "failed" };

/** The fixed sentences in any of our languages, whichever one the interface speaks. */
export const useSay = (language: Language): SayState => {
  const { i18n } = useTranslation("inquiries");
  const [tried, setTried] = useState<Language | null>(null);
  const isLoaded = i18n.hasResourceBundle(language, "inquiries");
  useEffect(() => {
    if (isLoaded) return undefined;
    let isWanted = true;
    const finish = (): void => {
      if (isWanted) setTried(language);
    };
    i18n.loadLanguages(language).then(finish, finish);
    return () => {
      isWanted = false;
    };
  }, [i18n, language, isLoaded]);
  if (isLoaded) {
    return { type: "ready", say: createSay(i18n.getFixedT(language, "inquiries"), language) };
  }
  return { type: tried === language ? "failed" : "loading" };
};
