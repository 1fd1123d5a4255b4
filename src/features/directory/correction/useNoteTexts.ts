import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppLanguage } from "#i18n/appLanguage.ts";

export type NoteTexts = {
  readonly t: ReturnType<typeof useTranslation<"directory">>["t"];
  readonly language: AppLanguage;
};

/** The texts in another language than the reader's; what was shown stays until they are there. */
export const useNoteTexts = (language: AppLanguage): NoteTexts | undefined => {
  const { i18n } = useTranslation("directory");
  const [texts, setTexts] = useState<NoteTexts>();
  useEffect(() => {
    let isWanted = true;
    void i18n.loadLanguages(language).then(() => {
      if (isWanted) setTexts({ t: i18n.getFixedT(language, "directory"), language });
    });
    return () => {
      isWanted = false;
    };
  }, [i18n, language]);
  return texts;
};
