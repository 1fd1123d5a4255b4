import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { ReaderLanguage } from "#domain/wording/inquiryText.ts";
import { listContacts } from "#features/inquiries/desks/useDesks.ts";
import { recordToParts } from "#features/inquiries/text/ExportButtons.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import { CallWay } from "./CallWay.tsx";
import { EmailWay } from "./EmailWay.tsx";
import { useNotes } from "./notes.ts";
import { PaperWay } from "./PaperWay.tsx";

type RecordNotesProps = {
  readonly record: InquiryRecord;
  readonly edition: Edition | undefined;
  readonly reader: ReaderLanguage;
};

/** The other ways besides the endpoint, also for what is queued or held already. */
export const RecordNotes = ({ record, edition, reader }: RecordNotesProps) => {
  const { t } = useTranslation("inquiries");
  const { notes, failure, change } = useNotes(record);
  const contacts = listContacts(edition, record.draft.to);
  const shared = {
    record,
    contacts,
    notes,
    theirs: reader.language,
    level: 3 as const,
    onNotesChange: change,
  };
  const parts = recordToParts(record);
  return (
    <section className="ways no-print">
      <h2>{t("record.ways.title")}</h2>
      <ActionFailure error={failure} title={t("saving.failed.title")} />
      <CallWay {...shared} parts={parts} />
      <EmailWay {...shared} parts={parts} isComplete />
      <PaperWay level={3} notes={notes} onNotesChange={change} />
    </section>
  );
};
