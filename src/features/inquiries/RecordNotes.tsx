import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/edition.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { ReaderLanguage } from "#domain/planReaderLanguage.ts";
import { saveInquiryNotes } from "#storage/inquiries.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { ActionFailure } from "./ActionFailure.tsx";
import { CallWay } from "./CallWay.tsx";
import { EmailWay } from "./EmailWay.tsx";
import { listContacts } from "./listContacts.ts";
import { PaperWay } from "./PaperWay.tsx";
import { recordToParts } from "./recordToParts.ts";
import { createSaveQueue, type SaveQueue } from "./saveQueue.ts";
import type { Notes } from "./Ways.tsx";

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

/** Shown as typed; written one after the other, the newest last. */
const useNotes = (record: InquiryRecord) => {
  const { database } = useDatabase();
  const [notes, setNotes] = useState<Notes>({ calls: record.calls, otherWays: record.otherWays });
  const [failure, setFailure] = useState<StorageError | null>(null);
  const [queue] = useState<SaveQueue<Notes>>(() =>
    createSaveQueue(async (value) => {
      const saved = await tryStorage(() => saveInquiryNotes(database, record.id, value));
      setFailure(saved.ok ? null : saved.error);
    }),
  );
  const change = (next: Notes): void => {
    setNotes(next);
    queue.push(next);
  };
  return { notes, failure, change };
};
