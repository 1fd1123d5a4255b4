import { useTranslation } from "react-i18next";
import { formatInstant } from "#i18n/format.ts";
import type { EverythingExport } from "#storage/exportEverything.ts";
import { toLine } from "./toLine.ts";
import { useDeskName } from "./useDeskName.ts";
import { useInquiryLines } from "./useInquiryLines.ts";

/** Writes an export for people: the words as typed, what they belong to, and what became of them. */
export const useExportText = (): ((all: EverythingExport) => string) => {
  const { t, i18n } = useTranslation("device");
  const { nameDesk, nameRole } = useDeskName();
  const when = (instant: string): string => formatInstant(instant, i18n.language);
  const inquiryLines = useInquiryLines();
  return (all) =>
    [
      t("exportText.whole.title"),
      when(all.exportedAt),
      t("export.plain.title"),
      "",
      t("profile.section.title").toLocaleUpperCase(i18n.language),
      ...toLine(t("profile.name.label"), all.profile.name),
      ...toLine(t("profile.affiliation.label"), all.profile.affiliation),
      ...toLine(t("profile.email.label"), all.profile.replyEmail),
      ...toLine(t("profile.phone.label"), all.profile.replyPhone),
      "",
      t("enrolments.section.title").toLocaleUpperCase(i18n.language),
      ...all.enrolments.map(
        ({ desk, role, enrolledAt }) =>
          `${nameDesk(desk)} · ${nameRole(role)} · ${when(enrolledAt)}`,
      ),
      "",
      t("counts.inquiries.label").toLocaleUpperCase(i18n.language),
      ...all.inquiries.flatMap(inquiryLines),
      "",
      t("exportText.receivedOnly.message", { count: all.received.length }),
      "",
    ].join("\r\n");
};
