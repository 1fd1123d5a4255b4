import { useTranslation } from "react-i18next";
import { passphraseMinLength } from "#domain/device/lockRecord.ts";
import type { PassphraseJudgement } from "#sealing/passphrase/passphrase.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";

type JudgementLineProps = { readonly judgement: PassphraseJudgement | undefined };

/** In words, and why; the room for them is always there. */
export const JudgementLine = ({ judgement }: JudgementLineProps) => {
  const { t } = useTranslation("device");
  const warnings = {
    tooShort: t("judgement.tooShort.message", { number: passphraseMinLength }),
    commonPassword: t("judgement.commonPassword.message"),
    fewWords: t("judgement.fewWords.message"),
    repeated: t("judgement.repeated.message"),
    sequence: t("judgement.sequence.message"),
    date: t("judgement.date.message"),
    enlaceWord: t("judgement.enlaceWord.message"),
  };
  return (
    <p role="status" className="judgement-line">
      {judgement?.isEnough && (
        <StateWord shape="tick" tone="good">
          {t("judgement.enough.message")}
        </StateWord>
      )}
      {judgement?.isEnough === false && (
        <>
          <StateWord shape="cross" tone="danger">
            {judgement.score < 2 ? t("judgement.tooWeak.message") : t("judgement.nearly.message")}
          </StateWord>{" "}
          <span>{judgement.warning ? warnings[judgement.warning] : warnings.fewWords}</span>
        </>
      )}
    </p>
  );
};
