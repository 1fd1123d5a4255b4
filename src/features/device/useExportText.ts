import { useTranslation } from "react-i18next";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { formatInstant } from "#i18n/format.ts";
import type { EverythingExport } from "#storage/exportEverything.ts";
import { useDeskName } from "./useDeskName.ts";

/** Writes an export for people: the words as typed, what they belong to, and what became of them. */
export const useExportText = (): ((all: EverythingExport) => string) => {
  const { t, i18n } = useTranslation("device");
  const { nameDesk, nameRole } = useDeskName();
  const when = (instant: string): string => formatInstant(instant, i18n.language);
  const line = (label: string, text: string | undefined): readonly string[] =>
    text ? [`${label}: ${text}`] : [];
  const progressLines = ({ progress }: InquiryRecord): readonly string[] => {
    switch (progress.type) {
      case "draft":
        return [t("exportText.draft.message")];
      case "queued":
        return [t("exportText.queued.message", { when: when(progress.queuedAt) })];
      case "held":
        return [
          t("exportText.held.message", {
            when: when(progress.receipt.heldAt),
            number: progress.receipt.number,
          }),
        ];
      case "withdrawn":
        return [t("exportText.withdrawn.message", { when: when(progress.withdrawnAt) })];
    }
  };
  const inquiryLines = (record: InquiryRecord): readonly string[] => {
    const { draft } = record;
    return [
      "",
      t("exportText.inquiry.title", { number: record.id.slice(0, 8).toUpperCase() }),
      ...line(t("exportText.changed.label"), when(record.changedAt)),
      ...progressLines(record),
      ...line(t("exportText.to.label"), draft.to && nameDesk(draft.to)),
      ...line(t("exportText.from.label"), draft.from && nameDesk(draft.from)),
      ...line(t("profile.name.label"), draft.senderName),
      ...line(t("profile.affiliation.label"), draft.senderAffiliation),
      ...line(t("exportText.mark.label"), draft.mark),
      ...line(t("exportText.nature.label"), draft.nature.text),
      ...line(t("exportText.question.label"), draft.question.text),
      ...line(t("profile.email.label"), draft.replyEmail),
      ...line(t("profile.phone.label"), draft.replyPhone),
      ...record.calls.flatMap(({ at, phone, note }) =>
        line(t("exportText.call.label"), [when(at), phone, note].filter(Boolean).join(" · ")),
      ),
    ];
  };
  return (all) =>
    [
      t("exportText.whole.title"),
      when(all.exportedAt),
      t("export.plain.title"),
      "",
      t("profile.section.title").toLocaleUpperCase(i18n.language),
      ...line(t("profile.name.label"), all.profile.name),
      ...line(t("profile.affiliation.label"), all.profile.affiliation),
      ...line(t("profile.email.label"), all.profile.replyEmail),
      ...line(t("profile.phone.label"), all.profile.replyPhone),
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
