import { useTranslation } from "react-i18next";
import { isWithinDesk, type ThreadId } from "#domain/envelope/envelope.ts";
import { type InquiryRecord, recordToParts } from "#domain/inquiry/inquiryRecord.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import { threadTextToPlain, threadToText } from "#domain/wording/threadToText.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { downloadText } from "#ui/browser/downloadFile.ts";
import { Button } from "#ui/controls/Button.tsx";
import { createSay } from "#words/say.ts";
import { useSay } from "#words/useSay.tsx";

/** Exports an inquiry as two files; the one for people is in the reader's language. */
export const ExportButtons = ({ record }: { readonly record: InquiryRecord }) => {
  const { i18n } = useTranslation("sentences");
  const writeText = (): string => {
    const language = chooseLanguage([i18n.language]);
    const source = { parts: recordToParts(record), id: record.id };
    return inquiryTextToPlain(inquiryToText(source, language, createSay(i18n, language)));
  };
  return <FileButtons id={record.id} writeText={writeText} content={record} />;
};

type ThreadExportProps = { readonly plan: ThreadPlan; readonly language: Language };

/** Exports the exchange as two files; the one for programs has the signed content. */
export const ThreadExport = ({ plan, language }: ThreadExportProps) => {
  const say = useSay(language);
  const { record, sources } = plan;
  const { id, desk } = record;
  const writeText = (): string | undefined =>
    say.type === "ready"
      ? threadTextToPlain(threadToText(record, sources.receipts, language, say.say))
      : undefined;
  // What stays within the desk says what was read and who was engaged.
  const letters = record.letters.filter(({ letter }) => !isWithinDesk(letter.kind));
  return <FileButtons id={id} writeText={writeText} content={{ id, desk, letters }} />;
};

type FileButtonsProps = {
  readonly id: ThreadId;
  /** Returns undefined until the language has loaded. */
  readonly writeText: () => string | undefined;
  readonly content: object;
};

/** Offers one file for people and one for programs. */
const FileButtons = ({ id, writeText, content }: FileButtonsProps) => {
  const { t } = useTranslation("inquiries");
  const name = `enlace-${id.slice(0, 8)}`;
  const handleText = (): void => {
    const text = writeText();
    if (text !== undefined) downloadText(`${name}.txt`, "text/plain", `${text}\n`);
  };
  const handleJson = (): void =>
    downloadText(`${name}.json`, "application/json", JSON.stringify(content, null, 2));
  return (
    <>
      <Button onClick={handleText}>{t("actions.exportText.action")}</Button>
      <Button onClick={handleJson}>{t("actions.exportJson.action")}</Button>
    </>
  );
};
