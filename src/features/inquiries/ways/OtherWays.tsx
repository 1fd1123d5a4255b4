import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";
import { type InquiryRecord, recordToParts } from "#domain/inquiry/inquiryRecord.ts";
import type { ReaderLanguage } from "#domain/wording/inquiryText.ts";
import { listContacts } from "#features/inquiries/desks/useDesks.ts";
import { ActionFailure } from "#words/ErrorText.tsx";
import { CallWay } from "./CallWay.tsx";
import { useContactLog } from "./contactLog.ts";
import { EmailWay } from "./EmailWay.tsx";
import { PaperWay } from "./PaperWay.tsx";

type OtherWaysProps = {
  readonly record: InquiryRecord;
  readonly edition: Edition | undefined;
  readonly reader: ReaderLanguage;
};

/** The ways to send other than the endpoint, even if the inquiry is already queued or held. */
export const OtherWays = ({ record, edition, reader }: OtherWaysProps) => {
  const { t } = useTranslation("inquiries");
  const { log, failure, change } = useContactLog(record);
  const contacts = listContacts(edition, record.draft.to);
  const shared = {
    record,
    contacts,
    log,
    theirs: reader.language,
    level: 3 as const,
    onLogChange: change,
  };
  const parts = recordToParts(record);
  return (
    <section className="no-print">
      <h2>{t("record.ways.title")}</h2>
      <ActionFailure error={failure} title={t("saving.failed.title")} />
      <CallWay {...shared} parts={parts} />
      <EmailWay {...shared} parts={parts} isComplete />
      <PaperWay level={3} log={log} onLogChange={change} />
    </section>
  );
};
