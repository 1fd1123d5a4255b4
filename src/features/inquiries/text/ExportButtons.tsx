import { useTranslation } from "react-i18next";
import { contentToParts, draftToParts, type InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { chooseLanguage } from "#domain/language.ts";
import { inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import { downloadText } from "#ui/browser/downloadFile.ts";
import { Button } from "#ui/controls/Button.tsx";
import { createSay } from "#words/say.ts";

/** An inquiry as two files: one for people, in the reader's language, and one for programs. */
export const ExportButtons = ({ record }: { readonly record: InquiryRecord }) => {
  const { t, i18n } = useTranslation("inquiries");
  const name = `enlace-${record.id.slice(0, 8)}`;
  const handleText = (): void => {
    const language = chooseLanguage([i18n.language]);
    const source = { parts: recordToParts(record), id: record.id };
    const text = inquiryToText(source, language, createSay(t, language));
    downloadText(`${name}.txt`, "text/plain", `${inquiryTextToPlain(text)}\n`);
  };
  return (
    <>
      <Button onClick={handleText}>{t("actions.exportText.action")}</Button>
      <Button
        onClick={() =>
          downloadText(`${name}.json`, "application/json", JSON.stringify(record, null, 2))
        }
      >
        {t("actions.exportJson.action")}
      </Button>
    </>
  );
};

/** What an inquiry says: as it was queued, or as far as its draft is written. */
export const recordToParts = ({ progress, draft, changedAt }: InquiryRecord): InquiryParts =>
  progress.type === "draft" ? draftToParts(draft, changedAt) : contentToParts(progress.content);
