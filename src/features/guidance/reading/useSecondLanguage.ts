import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { type Language, languages } from "#domain/language.ts";
import { findContentPack } from "#storage/content/contentPacks.ts";
import { useLive } from "#storage/useLive.ts";

/** Which of the two languages a narrow screen shows. A wide one shows both. */
export type Side = "first" | "second";

export type SecondLanguage = {
  readonly language: Language | null;
  readonly shown: Side;
  readonly choose: (language: Language | null, shown: Side) => void;
};

/** The target of a search link, with the language in which the passage was found. */
export type FoundPassage = { readonly id: string | null; readonly language: Language | null };

/**
 * The language shown beside one's own, remembered until the browser closes. A link to a passage in
 * another language shows that language; afterwards the reader's choice applies again.
 */
export const useSecondLanguage = (own: Language, found: FoundPassage): SecondLanguage => {
  const [chosen, setChosen] = useState<Chosen>(() => ({
    language: recallLanguage(),
    shown: "first",
  }));
  const link = `${found.id} ${found.language}`;
  const [followed, setFollowed] = useState("");
  if (link !== followed) {
    setFollowed(link);
    if (found.language === own) setChosen({ ...chosen, shown: "first" });
    else if (found.language) setChosen({ language: found.language, shown: "second" });
  }
  return {
    ...chosen,
    choose: (language, shown) => {
      setChosen({ language, shown });
      rememberLanguage(language);
    },
  };
};

type Chosen = Pick<SecondLanguage, "language" | "shown">;

const key = "enlace.secondLanguage";

/** Storage can be forbidden altogether; then the choice lasts until the page is left. */
const recallLanguage = (): Language | null => {
  try {
    return languages.find((language) => language === sessionStorage.getItem(key)) ?? null;
  } catch {
    return null;
  }
};

const rememberLanguage = (language: Language | null): void => {
  try {
    if (language) sessionStorage.setItem(key, language);
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is forbidden, as above.
  }
};

/**
 * The pack of a second language, loaded only once one is chosen; null until then. Its messages are
 * loaded too, because text copied from it is cited in its language.
 */
export const useSecondPack = (language: Language | null): ContentPack | null => {
  const { i18n } = useTranslation("guidance");
  useEffect(() => {
    if (language) void i18n.loadLanguages(language);
  }, [i18n, language]);
  const live = useLive(
    (database) => (language ? findContentPack(database, language) : Promise.resolve(undefined)),
    `second ${language}`,
  );
  return (live.type === "ready" && live.value) || null;
};
