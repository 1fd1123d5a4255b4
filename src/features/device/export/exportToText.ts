import type { DeskAddress } from "#domain/desk.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import { type InquiryRecord, recordToParts } from "#domain/inquiry/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import { chooseLanguage } from "#domain/language.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { KeptLetter } from "#domain/thread/thread.ts";
import { inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import { letterToText } from "#domain/wording/letterToText.ts";
import { formatInstant, formatNumber } from "#i18n/format.ts";
import { createSay } from "#words/say.ts";
import { sayDesk } from "#words/sayDesk.ts";
import type { I18n } from "#words/sayError.ts";
import type { ExportContents } from "./collectExport.ts";

/**
 * Writes an export for people, in the reader's language: each text as it is shown and printed, with
 * what the person typed unchanged, and its outcome. `i18n` must have loaded `device` and
 * `sentences`.
 */
export const exportToText = (i18n: I18n, all: ExportContents): string => {
  const writer = createWriter(i18n);
  const { t, when, counted, desk: write } = writer;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [title.toLocaleUpperCase(writer.language), ...lines, ""] : [];
  const inquiries = (records: readonly InquiryRecord[]): readonly string[] =>
    records.flatMap((record) => inquiryToLines(writer, record, all.sent));
  const lines = [
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
      all.enrolments.map(({ desk, role, enrolledAt }) =>
        [write(desk), t(`role.${role}.label`), when(enrolledAt)].join(" · "),
      ),
    ),
    ...section(t("counts.drafts.label"), inquiries(all.drafts)),
    ...section(
      t("counts.replies.label"),
      all.replies.flatMap((record) => replyToLines(writer, record)),
    ),
    ...section(t("counts.inquiries.label"), inquiries(all.inquiries)),
    ...section(
      t("counts.threads.label"),
      all.threads.flatMap(({ id, letters }) => [
        "",
        t("exportText.thread.title", { number: toNumber(id) }),
        ...letters.flatMap((kept) => letterToLines(writer, kept)),
      ]),
    ),
    t("exportText.outbox.message", counted(all.outbox.length)),
    t("exportText.unopened.message", counted(all.unopened.length)),
    ...(all.unreadable.length > 0
      ? [t("export.unreadable.message", counted(all.unreadable.length))]
      : []),
    "",
  ];
  return lines.join("\n").replace(/\r?\n/g, "\r\n");
};

type Writer = ReturnType<typeof createWriter>;

const createWriter = (i18n: I18n) => {
  const language = chooseLanguage([i18n.language]);
  const say = createSay(i18n, language);
  return {
    language,
    t: i18n.getFixedT(language, ["device", "sentences", "words"]),
    say,
    when: (instant: Instant): string => formatInstant(instant, language),
    counted: (count: number) => ({ count, formatted: formatNumber(count, language) }),
    desk: (address: DeskAddress): string => sayDesk(i18n, address, language),
    receipt: (receipt: Receipt | null): readonly string[] =>
      toLine(say({ type: "label", of: "receipt" }), say({ type: "receipt", receipt })),
  };
};

/** Returns the number by which both sides name a thread. */
const toNumber = (id: string): string => id.slice(0, 8).toUpperCase();

/** Returns `label: text` as a list of one line; an empty list if there is no text. */
const toLine = (label: string, text: string): readonly string[] =>
  text ? [`${label}: ${text}`] : [];

/** Writes an inquiry, its outcome, and the calls about it. */
const inquiryToLines = (
  writer: Writer,
  record: InquiryRecord,
  sent: ExportContents["sent"],
): readonly string[] => {
  const { language, t, say, when } = writer;
  const { id, draft, calls, changedAt } = record;
  const parts = recordToParts(record);
  const { email, phone } = parts.replyTo;
  return [
    "",
    t("exportText.inquiry.title", { number: toNumber(id) }),
    ...toLine(t("exportText.changed.label"), when(changedAt)),
    ...progressToLines(writer, record, sent),
    "",
    inquiryTextToPlain(inquiryToText({ parts, id }, language, say)),
    // The text leaves out an incomplete address; what was typed of it is added here.
    ...(email ? [] : toLine(t("profile.email.label"), draft.replyEmail)),
    ...(phone ? [] : toLine(t("profile.phone.label"), draft.replyPhone)),
    ...calls.flatMap((call) =>
      toLine(
        t("exportText.call.label"),
        [when(call.at), call.phone, call.note].filter(Boolean).join(" · "),
      ),
    ),
  ];
};

const progressToLines = (
  { t, when, receipt: write }: Writer,
  { progress }: InquiryRecord,
  sent: ExportContents["sent"],
): readonly string[] => {
  switch (progress.type) {
    case "draft":
      return [t("sentences:text.draft.label")];
    case "queued": {
      const { receipt } = sent.find((row) => row.envelopeId === progress.envelopeId) ?? {};
      return receipt
        ? write(receipt)
        : [t("exportText.queued.message", { when: when(progress.queuedAt) })];
    }
    case "withdrawn":
      return [t("exportText.withdrawn.message", { when: when(progress.withdrawnAt) })];
  }
};

const replyToLines = (
  { t, when }: Writer,
  { thread, changedAt, draft }: ReplyRecord,
): readonly string[] => [
  "",
  t("exportText.thread.title", { number: toNumber(thread) }),
  `${t(`sentences:letter.${draft.kind}.title`)} · ${when(changedAt)}`,
  draft.text.text,
];

/** Writes a letter as its reader sees it; of a letter within the desk, only that it was written. */
const letterToLines = (writer: Writer, { letter, receipt }: KeptLetter): readonly string[] => {
  const { t, when, say, desk } = writer;
  const { kind, from, to, writtenAt } = letter;
  const text = letterToText(letter, writer.language, say);
  return [
    "",
    `${t(`sentences:letter.${kind}.title`)} · ${when(writtenAt)}`,
    ...writer.receipt(receipt),
    ...(text
      ? ["", inquiryTextToPlain(text)]
      : [
          ...toLine(say({ type: "label", of: "from" }), desk(from)),
          ...toLine(say({ type: "label", of: "to" }), desk(to)),
        ]),
  ];
};
