import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import type { NewPassphraseProps } from "./NewPassphraseForm.tsx";
import { useDrawnWords } from "./useDrawnWords.ts";

type DrawnWordsProps = NewPassphraseProps & { readonly onType: () => void };

/** Six words drawn by chance in the person's language, to be written down. */
export const DrawnWords = ({ submit, isWorking, onChoose, onType }: DrawnWordsProps) => {
  const { t } = useTranslation("device");
  const { words, draw } = useDrawnWords();
  const passphrase = words.join(" ");
  // Which words are said to be written down: a box that was ticked for others counts no more.
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
        {words.map((word, place) => (
          // The same word may be drawn twice.
          <li key={`${place} ${word}`}>{word}</li>
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
          {isWorking ? t("passphrase.working.message") : submit}
        </Button>
        <Button onClick={onType}>{t("drawnWords.own.action")}</Button>
      </div>
    </form>
  );
};
