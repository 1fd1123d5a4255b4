import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";
import { findContentPack } from "#storage/content/contentPacks.ts";
import { useLive } from "#storage/useLive.ts";

/**
 * The pack of a second language, read only once one is chosen; null until it is here. Its messages
 * come along: what is copied from it is cited in it.
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
