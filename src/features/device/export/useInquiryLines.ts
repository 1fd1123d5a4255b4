import { useTranslation } from "react-i18next";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { formatInstant } from "#i18n/format.ts";
import type { SentRow } from "#storage/database.ts";
import { useDeskName } from "#words/useDeskName.ts";
import { toLine } from "./toLine.ts";

type Sent = Pick<SentRow, "envelopeId" | "receipt">;

/** An inquiry for people: the words as typed, the calls about it, and what became of it. */
export const useInquiryLines = (): ((
  sent: readonly Sent[],
) => (record: InquiryRecord) => readonly string[]) => {
  const { t, i18n } = useTranslation("device");
  const { nameDesk } = useDeskName();
  const when = (instant: string): string => formatInstant(instant, i18n.language);
  const progressLine = ({ progress }: InquiryRecord, sent: readonly Sent[]): string => {
    switch (progress.type) {
      case "draft":
        return t("exportText.draft.message");
      case "queued": {
        const { receipt } = sent.find((row) => row.envelopeId === progress.envelopeId) ?? {};
        return receipt
          ? t("exportText.held.message", { when: when(receipt.heldAt), number: receipt.number })
          : t("exportText.queued.message", { when: when(progress.queuedAt) });
      }
      case "withdrawn":
        return t("exportText.withdrawn.message", { when: when(progress.withdrawnAt) });
    }
  };
  return (sent) => (record) => {
    const { draft } = record;
    return [
      "",
      t("exportText.inquiry.title", { number: record.id.slice(0, 8).toUpperCase() }),
      ...toLine(t("exportText.changed.label"), when(record.changedAt)),
      progressLine(record, sent),
      ...toLine(t("exportText.to.label"), draft.to && nameDesk(draft.to)),
      ...toLine(t("exportText.from.label"), draft.from && nameDesk(draft.from)),
      ...toLine(t("profile.name.label"), draft.senderName),
      ...toLine(t("profile.affiliation.label"), draft.senderAffiliation),
      ...toLine(t("exportText.mark.label"), draft.mark),
      ...toLine(t("exportText.nature.label"), draft.nature.text),
      ...toLine(t("exportText.question.label"), draft.question.text),
      ...toLine(t("profile.email.label"), draft.replyEmail),
      ...toLine(t("profile.phone.label"), draft.replyPhone),
      ...record.calls.flatMap(({ at, phone, note }) =>
        toLine(t("exportText.call.label"), [when(at), phone, note].filter(Boolean).join(" · ")),
      ),
    ];
  };
};
