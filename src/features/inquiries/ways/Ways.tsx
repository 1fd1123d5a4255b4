import { useTranslation } from "react-i18next";
import type { InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { parseInquiryDraft } from "#domain/inquiry/parseInquiryDraft.ts";
import type { Language } from "#domain/language.ts";
import { listContacts, type ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { CallWay } from "./CallWay.tsx";
import { EmailWay } from "./EmailWay.tsx";
import type { Notes } from "./notes.ts";
import { PaperWay } from "./PaperWay.tsx";
import { SendWay } from "./SendWay.tsx";
import "./Ways.css";

type WaysProps = {
  readonly record: InquiryRecord;
  readonly parts: InquiryParts;
  readonly theirs: Language;
  readonly desks: ReadyDesks;
  readonly onBeforeQueue: () => Promise<void>;
  readonly onNotesChange: (notes: Notes) => void;
};

/** The four ways that an inquiry goes; three of them always work. */
export const Ways = (props: WaysProps) => {
  const { record, parts, theirs, desks, onBeforeQueue, onNotesChange } = props;
  const { t } = useTranslation("inquiries");
  const isComplete = parseInquiryDraft(record.draft, record.changedAt).ok;
  const contacts = listContacts(desks.edition, record.draft.to);
  const notes = { calls: record.calls, otherWays: record.otherWays };
  const shared = { record, parts, theirs, contacts, notes, isComplete, onNotesChange };
  return (
    <div className="ways no-print">
      <h3>{t("review.ways.title")}</h3>
      <SendWay
        record={record}
        desks={desks}
        isComplete={isComplete}
        onBeforeQueue={onBeforeQueue}
      />
      <CallWay {...shared} />
      <EmailWay {...shared} />
      <PaperWay notes={notes} onNotesChange={onNotesChange} />
    </div>
  );
};
