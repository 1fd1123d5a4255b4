import { useTranslation } from "react-i18next";
import type { InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { parseInquiryDraft } from "#domain/inquiry/parseInquiryDraft.ts";
import type { Language } from "#domain/language.ts";
import { listContacts, type ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { CallWay } from "./CallWay.tsx";
import type { ContactLog } from "./contactLog.ts";
import { EmailWay } from "./EmailWay.tsx";
import { PaperWay } from "./PaperWay.tsx";
import { SendWay } from "./SendWay.tsx";

type WaysProps = {
  readonly record: InquiryRecord;
  readonly parts: InquiryParts;
  readonly theirs: Language;
  readonly desks: ReadyDesks;
  readonly onBeforeQueue: () => Promise<void>;
  readonly onLogChange: (log: ContactLog) => void;
};

/** The four ways that an inquiry goes; three of them always work. */
export const Ways = (props: WaysProps) => {
  const { record, parts, theirs, desks, onBeforeQueue, onLogChange } = props;
  const { t } = useTranslation("inquiries");
  const isComplete = parseInquiryDraft(record.draft, record.changedAt).ok;
  const contacts = listContacts(desks.edition, record.draft.to);
  const log = { calls: record.calls, otherWays: record.otherWays };
  const shared = { record, parts, theirs, contacts, log, isComplete, onLogChange };
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
      <PaperWay log={log} onLogChange={onLogChange} />
    </div>
  );
};
