import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { passphraseMinLength } from "#domain/device/lockRecord.ts";
import { chooseLanguage } from "#domain/language.ts";
import {
  generateWords,
  judgePassphrase,
  type PassphraseJudgement,
} from "#sealing/passphrase/passphrase.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Sign } from "#ui/signs/Sign.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import "./NewPassphraseForm.css";

type NewPassphraseProps = {
  /** The label of the submit button. */
  readonly submit: string;
  readonly isWorking: boolean;
  /**
   * Called only with a passphrase judged good enough, and typed twice or confirmed as written down.
   */
  readonly onChoose: (passphrase: string) => void;
};

/** Chooses a new passphrase: the person's own, or six random words. */
export const NewPassphraseForm = (props: NewPassphraseProps) => {
  const [way, setWay] = useState<"typed" | "drawn">("typed");
  return way === "typed" ? (
    <TypedPassphrase {...props} onDraw={() => setWay("drawn")} />
  ) : (
    <DrawnWords {...props} onType={() => setWay("typed")} />
  );
};

type DrawnWordsProps = NewPassphraseProps & { readonly onType: () => void };

/** Draws six random words in the person's language, to be written down. */
const DrawnWords = ({ submit, isWorking, onChoose, onType }: DrawnWordsProps) => {
  const { t } = useTranslation(["device", "app"]);
  const { words, draw } = useDrawnWords();
  const passphrase = words.join(" ");
  // The words confirmed as written down: a box ticked for other words is no longer valid.
  const [written, setWritten] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isWritten = passphrase !== "" && written === passphrase;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(!isWritten);
        if (isWritten && !isWorking) onChoose(passphrase);
      }}
    >
      <p className="field-label">{t("drawnWords.section.title")}</p>
      <p>{t("drawnWords.section.hint")}</p>
      <ol className="drawn-words">
        {words.map((word, index) => (
          // The same word may be drawn twice.
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
      <Button tone="quiet" onClick={draw}>
        {t("drawnWords.others.action")}
      </Button>
      <label className="choice-row">
        <input
          type="checkbox"
          checked={isWritten}
          onChange={({ target }) => {
            setWritten(target.checked ? passphrase : "");
            setAsked(false);
          }}
        />
        <span>{t("drawnWords.written.label")}</span>
      </label>
      <p role="status" className="drawn-words-asked">
        {isAsked && <span className="field-error">{t("drawnWords.notWritten.error")}</span>}
      </p>
      <div className="button-row">
        <Button type="submit" tone="primary" aria-disabled={isWorking}>
          {isWorking ? t("app:app.loading.message") : submit}
        </Button>
        <Button onClick={onType}>{t("drawnWords.own.action")}</Button>
      </div>
    </form>
  );
};

type JudgementLineProps = { readonly judgement: PassphraseJudgement | undefined };

/** Judges the passphrase in words, and gives the reason; its line is always reserved. */
const JudgementLine = ({ judgement }: JudgementLineProps) => {
  const { t } = useTranslation("device");
  return (
    <p role="status" className="judgement-line">
      {judgement?.isEnough && (
        <Sign shape="tick" tone="good">
          {t("judgement.enough.message")}
        </Sign>
      )}
      {judgement?.isEnough === false && (
        <>
          <Sign shape="cross" tone="danger">
            {judgement.score < 2 ? t("judgement.tooWeak.message") : t("judgement.nearly.message")}
          </Sign>{" "}
          <span>
            {t(`judgement.${judgement.warning ?? "fewWords"}.message`, {
              number: passphraseMinLength,
            })}
          </span>
        </>
      )}
    </p>
  );
};

type TypedPassphraseProps = NewPassphraseProps & { readonly onDraw: () => void };

const TypedPassphrase = (props: TypedPassphraseProps) => {
  const { submit, isWorking, onChoose, onDraw } = props;
  const { t, i18n } = useTranslation(["device", "app"]);
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
          {isWorking ? t("app:app.loading.message") : submit}
        </Button>
        <Button onClick={onDraw}>{t("passphrase.draw.action")}</Button>
      </div>
    </form>
  );
};

/** Six words in the person's language; empty while they are being drawn. */
const useDrawnWords = (): {
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

/** The strength of the typed passphrase, once known; undefined while nothing is typed. */
const usePassphraseJudgement = (text: string): PassphraseJudgement | undefined => {
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
