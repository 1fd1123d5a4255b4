import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { generateWords } from "#sealing/passphrase/passphrase.ts";

/** Six words in the person's language, none while they are being drawn. */
export const useDrawnWords = (): {
  readonly words: readonly string[];
  readonly draw: () => void;
} => {
  const { i18n } = useTranslation("device");
  const language = chooseLanguage([i18n.language]);
  const [words, setWords] = useState<readonly string[]>([]);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isGone = false;
    void generateWords(language, 6).then((drawn) => {
      if (!isGone) setWords(drawn);
    });
    return () => {
      isGone = true;
    };
  }, [language, round]);
  return { words, draw: () => setRound(round + 1) };
};
