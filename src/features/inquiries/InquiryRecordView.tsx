import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/edition.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { inquiryStatus } from "#domain/inquiryStatus.ts";
import { planReaderLanguage } from "#domain/planReaderLanguage.ts";
import { formatStateName } from "#i18n/format.ts";
import type { InquiryState } from "#storage/inquiryStates.ts";
import { PageHeading } from "#ui/PageHeading.tsx";
import { canSendWhenClosed } from "./canSendWhenClosed.ts";
import { inquiriesHref } from "./inquiryHref.ts";
import { ReceiptNumber } from "./ReceiptNumber.tsx";
import { RecordActions } from "./RecordActions.tsx";
import { RecordNotes } from "./RecordNotes.tsx";
import { SendingDetail } from "./SendingDetail.tsx";
import { SentText } from "./SentText.tsx";
import { StatusWord } from "./StatusWord.tsx";
import { Timeline } from "./Timeline.tsx";

type InquiryRecordViewProps = {
  readonly state: InquiryState;
  readonly edition: Edition | undefined;
};

/** What became of an inquiry that was queued: where it stands, what happened, what can be done. */
export const InquiryRecordView = ({ state, edition }: InquiryRecordViewProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const { record, outbox } = state;
  const content = sentContent(record);
  if (!content) return null;
  const status = inquiryStatus(record.progress, outbox, canSendWhenClosed());
  const entry = edition?.states.find((candidate) => candidate.state === content.to.state);
  const reader = planReaderLanguage(entry);
  const receipt = "receipt" in record.progress ? record.progress.receipt : undefined;
  return (
    <>
      <div className="no-print">
        <PageHeading
          title={t("editor.toState.title", {
            state: formatStateName(content.to.state, i18n.language),
          })}
          back={{ href: inquiriesHref, label: t("editor.list.action") }}
        />
        <section>
          <h2>{t("record.status.title")}</h2>
          <p role="status" className="record-status">
            <StatusWord status={status} />
          </p>
          {receipt && <ReceiptNumber receipt={receipt} />}
          <SendingDetail status={status} />
        </section>
        <RecordActions state={state} status={status} />
        <Timeline state={state} />
      </div>
      <SentText record={record} content={content} reader={reader} />
      <RecordNotes record={record} edition={edition} reader={reader} />
    </>
  );
};

const sentContent = ({ progress }: InquiryRecord) =>
  progress.type === "draft" ? undefined : progress.content;
