import { useTranslation } from "react-i18next";
import { formatInstant, formatNumber } from "#i18n/format.ts";
import { useLetterWords } from "#words/letterWords.ts";
import { useDeskName } from "#words/useDeskName.ts";
import type { ExportContents } from "./collectExport.ts";
import { toLine } from "./toLine.ts";
import { useInquiryLines } from "./useInquiryLines.ts";
import { useLetterLines } from "./useLetterLines.ts";

/** Writes an export for people: the words as typed, what they belong to, and what became of them. */
export const useExportText = (): ((all: ExportContents) => string) => {
  const { t, i18n } = useTranslation("device");
  const { nameDesk, nameRole } = useDeskName();
  const { nameKind } = useLetterWords();
  const inquiryLines = useInquiryLines();
  const letterLines = useLetterLines();
  const when = (instant: string): string => formatInstant(instant, i18n.language);
  const numberOf = (id: string): string => id.slice(0, 8).toUpperCase();
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [title.toLocaleUpperCase(i18n.language), ...lines, ""] : [];
  const counted = (count: number) => ({ count, formatted: formatNumber(count, i18n.language) });
  return (all) =>
    [
      t("exportText.whole.title"),
      when(all.exportedAt),
      "",
      ...section(t("profile.section.title"), [
        ...toLine(t("profile.name.label"), all.profile.name),
        ...toLine(t("profile.affiliation.label"), all.profile.affiliation),
        ...toLine(t("profile.email.label"), all.profile.replyEmail),
        ...toLine(t("profile.phone.label"), all.profile.replyPhone),
      ]),
      ...section(
        t("enrolments.section.title"),
        all.enrolments.map(
          ({ desk, role, enrolledAt }) =>
            `${nameDesk(desk)} · ${nameRole(role)} · ${when(enrolledAt)}`,
        ),
      ),
      ...section(t("counts.drafts.label"), all.drafts.flatMap(inquiryLines(all.sent))),
      ...section(
        t("counts.replies.label"),
        all.replies.flatMap(({ thread, changedAt, draft }) => [
          "",
          t("exportText.thread.title", { number: numberOf(thread) }),
          `${nameKind(draft.kind)} · ${when(changedAt)}`,
          draft.text.text,
        ]),
      ),
      ...section(t("counts.inquiries.label"), all.inquiries.flatMap(inquiryLines(all.sent))),
      ...section(
        t("counts.threads.label"),
        all.threads.flatMap(({ id, letters }) => [
          "",
          t("exportText.thread.title", { number: numberOf(id) }),
          ...letters.flatMap(letterLines),
        ]),
      ),
      t("exportText.outbox.message", counted(all.outbox.length)),
      t("exportText.unopened.message", counted(all.unopened.length)),
      ...(all.unreadable.length > 0
        ? [t("export.unreadable.message", counted(all.unreadable.length))]
        : []),
      "",
    ].join("\r\n");
};
