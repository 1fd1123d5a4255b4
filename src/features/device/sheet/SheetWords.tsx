import { useTranslation } from "react-i18next";
import { formatLanguageName } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import type { DrawnSheet } from "./useMakingSheet.ts";

type SheetWordListProps = { readonly drawn: DrawnSheet; readonly onPaper: () => void };

/** The words of a new recovery sheet, once. */
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
        {words.map((word, place) => (
          // The same word may be drawn twice.
          <li key={`${place} ${word}`}>{word}</li>
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
