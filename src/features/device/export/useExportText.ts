import { useTranslation } from "react-i18next";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { LetterContent } from "#domain/letter/letter.ts";
import type { KeptLetter } from "#domain/thread/thread.ts";
import { formatInstant, formatNumber } from "#i18n/format.ts";
import type { SentRow } from "#storage/database.ts";
import { sayDesk } from "#words/sayDesk.ts";
import type { ExportContents } from "./collectExport.ts";

/** Writes an export for people: the words as typed, what they belong to, and what became of them. */
export const useExportText = (): ((all: ExportContents) => string) => {
  const { t, i18n } = useTranslation("device");
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
            `${sayDesk(i18n, desk)} · ${t(`role.${role}.label`)} · ${when(enrolledAt)}`,
        ),
      ),
      ...section(t("counts.drafts.label"), all.drafts.flatMap(inquiryLines(all.sent))),
      ...section(
        t("counts.replies.label"),
        all.replies.flatMap(({ thread, changedAt, draft }) => [
          "",
          t("exportText.thread.title", { number: numberOf(thread) }),
          `${t(`letterKind.${draft.kind}.label`)} · ${when(changedAt)}`,
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

/** `label: text` as a list of one line; none where there is no text. */
const toLine = (label: string, text: string | undefined): readonly string[] =>
  text ? [`${label}: ${text}`] : [];

type Sent = Pick<SentRow, "envelopeId" | "receipt">;

/** An inquiry for people: the words as typed, the calls about it, and what became of it. */
const useInquiryLines = (): ((
  sent: readonly Sent[],
) => (record: InquiryRecord) => readonly string[]) => {
  const { t, i18n } = useTranslation("device");
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
      ...toLine(t("exportText.to.label"), draft.to && sayDesk(i18n, draft.to)),
      ...toLine(t("exportText.from.label"), draft.from && sayDesk(i18n, draft.from)),
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

/** A letter for people: who to whom, when, whether it is held, and its words as written. */
const useLetterLines = (): ((kept: KeptLetter) => readonly string[]) => {
  const { t, i18n } = useTranslation("device");
  const when = (instant: string): string => formatInstant(instant, i18n.language);
  const words = (content: LetterContent): readonly string[] => [
    ...("sender" in content
      ? toLine(
          t("exportText.signed.label"),
          `${content.sender.name}, ${content.sender.affiliation}`,
        )
      : []),
    ...("mark" in content ? toLine(t("exportText.mark.label"), content.mark) : []),
    ...("nature" in content ? toLine(t("exportText.nature.label"), content.nature.text) : []),
    ...("question" in content
      ? toLine(t("exportText.question.label"), content.question?.text)
      : []),
    ...("estimatedBy" in content && content.estimatedBy
      ? toLine(t("exportText.estimate.label"), when(content.estimatedBy))
      : []),
    ...("reason" in content
      ? toLine(t("exportText.reason.label"), t(`closingReason.${content.reason}.label`))
      : []),
    ...("text" in content && content.text ? [content.text.text] : []),
    ...("replyTo" in content
      ? [
          ...toLine(t("profile.email.label"), content.replyTo.email),
          ...toLine(t("profile.phone.label"), content.replyTo.phone),
        ]
      : []),
  ];
  return ({ letter, receipt }) => [
    "",
    `${t(`letterKind.${letter.kind}.label`)} · ${when(letter.writtenAt)}`,
    ...toLine(t("exportText.from.label"), sayDesk(i18n, letter.from)),
    ...toLine(t("exportText.to.label"), sayDesk(i18n, letter.to)),
    receipt
      ? t("exportText.held.message", { when: when(receipt.heldAt), number: receipt.number })
      : t("exportText.notHeld.message"),
    ...words(letter.content),
  ];
};
