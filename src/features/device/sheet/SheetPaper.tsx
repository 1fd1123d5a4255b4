import { useTranslation } from "react-i18next";
import type { DeskAddress } from "#domain/desk.ts";
import { formatInstant, formatLanguageName } from "#i18n/format.ts";
import { sayDesk } from "#words/sayDesk.ts";
import type { DrawnSheet } from "./useMakingSheet.ts";
import "./SheetPaper.css";

type SheetPaperProps = { readonly desk: DeskAddress; readonly drawn: DrawnSheet };

/**
 * The recovery sheet as printed: it must explain itself to a person who opens the safe years later.
 */
export const SheetPaper = ({ desk, drawn }: SheetPaperProps) => {
  const { t, i18n } = useTranslation("device");
  const { words, language, drawnAt } = drawn;
  const parts = [
    [t("sheetPaper.what.title"), t("sheetPaper.what.message")],
    [t("sheetPaper.where.title"), t("sheetPaper.where.message")],
    [t("sheetPaper.how.title"), t("sheetPaper.how.message")],
    [t("sheetPaper.found.title"), t("sheetPaper.found.message")],
  ] as const;
  return (
    <div className="print-only sheet-paper">
      <p className="sheet-paper-title">{t("sheetPaper.page.title")}</p>
      <p className="sheet-paper-desk">{sayDesk(i18n, desk)}</p>
      <p>{t("sheetPaper.made.label", { when: formatInstant(drawnAt, i18n.language) })}</p>
      <p>
        {t("sheetPaper.language.label", {
          language: formatLanguageName(language, i18n.language),
        })}
      </p>
      <ol className="sheet-paper-words" lang={language} translate="no">
        {words.map((word, index) => (
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
      {parts.map(([title, message]) => (
        <section key={title}>
          <p className="sheet-paper-part">{title}</p>
          <p>{message}</p>
        </section>
      ))}
    </div>
  );
};
