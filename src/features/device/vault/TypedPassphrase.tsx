import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { judgePassphrase } from "#sealing/passphrase/passphrase.ts";
import { Button } from "#ui/controls/Button.tsx";
import { JudgementLine } from "./JudgementLine.tsx";
import type { NewPassphraseProps } from "./NewPassphraseForm.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import { usePassphraseJudgement } from "./usePassphraseJudgement.ts";

type TypedPassphraseProps = NewPassphraseProps & { readonly onDraw: () => void };

export const TypedPassphrase = (props: TypedPassphraseProps) => {
  const { submit, isWorking, onChoose, onDraw } = props;
  const { t, i18n } = useTranslation("device");
  const [first, setFirst] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<"tooWeak" | "differs">();
  const judgement = usePassphraseJudgement(first);
  const handleSubmit = async (): Promise<void> => {
    const judged = await judgePassphrase(first, chooseLanguage([i18n.language]));
    if (!judged.isEnough) return setProblem("tooWeak");
    if (first !== again) return setProblem("differs");
    setProblem(undefined);
    onChoose(first);
  };
  const change = (set: (typed: string) => void) => (typed: string) => {
    set(typed);
    setProblem(undefined);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking) void handleSubmit();
      }}
    >
      <PassphraseField
        label={t("passphrase.typed.label")}
        hint={t("passphrase.typed.hint")}
        error={problem === "tooWeak" ? t("passphrase.tooWeak.error") : undefined}
        autoComplete="new-password"
        value={first}
        onChange={change(setFirst)}
      />
      <JudgementLine judgement={judgement} />
      <PassphraseField
        label={t("passphrase.again.label")}
        error={problem === "differs" ? t("passphrase.differs.error") : undefined}
        autoComplete="new-password"
        value={again}
        onChange={change(setAgain)}
      />
      <div className="button-row">
        <Button type="submit" tone="primary" aria-disabled={isWorking}>
          {isWorking ? t("passphrase.working.message") : submit}
        </Button>
        <Button onClick={onDraw}>{t("passphrase.draw.action")}</Button>
      </div>
    </form>
  );
};
