import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import { threadTextToPlain, threadToText } from "#domain/wording/threadToText.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { downloadText } from "#ui/browser/downloadText.ts";
import { Button } from "#ui/controls/Button.tsx";
import { useSay } from "#words/useSay.tsx";

type ThreadExportProps = { readonly plan: ThreadPlan; readonly language: Language };

/** The exchange as two files: one for people, one for programs, with the signed words. */
export const ThreadExport = ({ plan, language }: ThreadExportProps) => {
  const { t } = useTranslation("inquiries");
  const say = useSay(language);
  const { record, sources } = plan;
  const name = `enlace-${record.id.slice(0, 8)}`;
  const handleText = (): void => {
    if (say.type !== "ready") return;
    const text = threadToText(record, sources.receipts, language, say.say);
    downloadText(`${name}.txt`, "text/plain", `${threadTextToPlain(text)}\n`);
  };
  const handleJson = (): void => {
    const letters = record.letters.filter(({ letter }) => !isWithinDesk.has(letter.kind));
    const file = { id: record.id, desk: record.desk, letters };
    downloadText(`${name}.json`, "application/json", JSON.stringify(file, null, 2));
  };
  return (
    <>
      <Button onClick={handleText}>{t("actions.exportText.action")}</Button>
      <Button onClick={handleJson}>{t("actions.exportJson.action")}</Button>
    </>
  );
};

/** What was read, and whom one has engaged, is for nobody else. */
const isWithinDesk: ReadonlySet<string> = new Set(["note", "handover"]);
