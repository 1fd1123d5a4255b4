import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { judgePassphrase, type PassphraseJudgement } from "#sealing/passphrase/passphrase.ts";

/** How good what is typed is, as soon as that is known; undefined while nothing is typed. */
export const usePassphraseJudgement = (text: string): PassphraseJudgement | undefined => {
  const { i18n } = useTranslation("device");
  const [judgement, setJudgement] = useState<PassphraseJudgement>();
  const language = chooseLanguage([i18n.language]);
  useEffect(() => {
    let isGone = false;
    void judgePassphrase(text, language).then((judged) => {
      if (!isGone) setJudgement(judged);
    });
    return () => {
      isGone = true;
    };
  }, [text, language]);
  return text === "" ? undefined : judgement;
};
