import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatLanguageName } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import {
  type DrawnSheet,
  isSheetWord,
  type MakingSheet,
  type MakingStep,
} from "./useMakingSheet.ts";
import "./SheetWords.css";

type SheetWordListProps = { readonly drawn: DrawnSheet; readonly onPaper: () => void };

/** Shows the words of a new recovery sheet, once. */
export const SheetWordList = ({ drawn, onPaper }: SheetWordListProps) => {
  const { t, i18n } = useTranslation("device");
  const { words, language } = drawn;
  return (
    <>
      <h2>{t("sheetMaking.words.title")}</h2>
      <p>
        {t("sheetMaking.words.hint", { language: formatLanguageName(language, i18n.language) })}
      </p>
      <ol className="sheet-words" lang={language} translate="no">
        {words.map((word, index) => (
          // The same word may be drawn twice.
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
      <p>{t("sheetMaking.once.message")}</p>
      <div className="button-row">
        <Button onClick={() => window.print()}>{t("sheetMaking.print.action")}</Button>
        <Button tone="primary" onClick={onPaper}>
          {t("sheetMaking.onPaper.action")}
        </Button>
      </div>
    </>
  );
};

type SheetCheckProps = {
  readonly step: Extract<MakingStep, { type: "check" }>;
  readonly making: MakingSheet;
};

/** Asks for some of the words from the paper: a sheet that was not copied must not be relied on. */
export const SheetCheck = ({ step: { drawn, places }, making }: SheetCheckProps) => {
  const { t, i18n } = useTranslation(["device", "app"]);
  const { isWorking, failure } = making;
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [isAsked, setAsked] = useState(false);
  const isRight = (place: number): boolean =>
    isSheetWord(typed.get(place) ?? "", drawn.words[place] ?? "");
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (places.every(isRight)) making.publish(drawn);
      }}
    >
      <h2>{t("sheetMaking.check.title")}</h2>
      <p>{t("sheetMaking.check.hint")}</p>
      {places.map((place) => (
        <TextField
          key={place}
          label={t("sheetMaking.word.label", { place: place + 1 })}
          value={typed.get(place) ?? ""}
          error={
            isAsked && !isRight(place)
              ? t("sheetMaking.wordWrong.error", { place: place + 1 })
              : undefined
          }
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          onChange={(word) => {
            setTyped(new Map([...typed, [place, word]]));
            setAsked(false);
          }}
        />
      ))}
      {failure && (
        <Callout
          tone="danger"
          announce
          title={t("sheetMaking.unpublished.error", {
            reason: sayError(i18n, failure),
          })}
        />
      )}
      <div className="button-row">
        <Button type="submit" tone="primary" aria-disabled={isWorking}>
          {isWorking ? t("app:app.loading.message") : t("sheetMaking.publish.action")}
        </Button>
        <Button onClick={() => making.showAgain(drawn)}>{t("sheetMaking.back.action")}</Button>
      </div>
    </form>
  );
};
