import { useTranslation } from "react-i18next";
import type { InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import { parseInquiryDraft } from "#domain/inquiry/parseInquiryDraft.ts";
import type { Language } from "#domain/language.ts";
import { useInquiryEditor } from "#features/inquiries/autosave/useAutosave.ts";
import { listContacts, type ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { CallWay } from "./CallWay.tsx";
import { EmailWay } from "./EmailWay.tsx";
import { PaperWay } from "./PaperWay.tsx";
import { SendWay } from "./SendWay.tsx";

type WaysProps = {
  readonly parts: InquiryParts;
  readonly theirs: Language;
  readonly desks: ReadyDesks;
};

/** The four ways that an inquiry goes; three of them always work. */
export const Ways = ({ parts, theirs, desks }: WaysProps) => {
  const { t } = useTranslation("inquiries");
  const { record, change } = useInquiryEditor();
  const isComplete = parseInquiryDraft(record.draft, record.changedAt).ok;
  const contacts = listContacts(desks.edition, record.draft.to);
  const log = { calls: record.calls, otherWays: record.otherWays };
  const shared = { record, parts, theirs, contacts, log, isComplete, onLogChange: change };
  return (
    <div className="no-print">
      <h3>{t("review.ways.title")}</h3>
      <SendWay desks={desks} isComplete={isComplete} />
      <CallWay {...shared} />
      <EmailWay {...shared} />
      <PaperWay log={log} onLogChange={change} />
    </div>
  );
};
