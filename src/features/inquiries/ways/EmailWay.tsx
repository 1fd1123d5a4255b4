import { useTranslation } from "react-i18next";
import type { Contact } from "#domain/directory/contact.ts";
import type { InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { inquiryTextToPlain } from "#domain/wording/inquiryText.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import type { Mail } from "#domain/wording/planMailto.ts";
import { MailLinks } from "#features/inquiries/text/MailLinks.tsx";
import { Button } from "#ui/controls/Button.tsx";
import { SayProblem, useSay } from "#words/useSay.tsx";
import type { ContactLog } from "./contactLog.ts";
import { WaySection } from "./WaySection.tsx";

type EmailWayProps = {
  readonly level?: 3 | 4;
  readonly record: InquiryRecord;
  readonly parts: InquiryParts;
  readonly theirs: Language;
  readonly contacts: readonly Contact[];
  readonly isComplete: boolean;
  readonly log: ContactLog;
  readonly onLogChange: (log: ContactLog) => void;
};

/** An e-mail in both languages, with as much text as mail programs accept; the rest is copied. */
export const EmailWay = (props: EmailWayProps) => {
  const { parts, contacts, isComplete, log, level = 4, onLogChange } = props;
  const { t } = useTranslation("inquiries");
  const { mail, problem } = useMail(props);
  const hasEmail = contacts.some(({ emails }) => emails.length > 0);
  const handleLog = (): void => {
    const way = { way: "email" as const, at: msToInstant(Date.now()) };
    onLogChange({ ...log, otherWays: [...log.otherWays, way] });
  };
  return (
    <WaySection title={t("emailWay.email.title")} level={level}>
      <p>{t("emailWay.email.message", { mark: parts.mark ?? t("emailWay.noMark.label") })}</p>
      {!hasEmail && <p>{t("emailWay.noEmail.message")}</p>}
      {!isComplete && <p>{t("sendWay.incomplete.message")}</p>}
      {isComplete && (mail ? <MailLinks mail={mail} /> : problem)}
      {isComplete && (
        <div className="button-row">
          <Button onClick={handleLog}>{t("emailWay.note.action")}</Button>
        </div>
      )}
    </WaySection>
  );
};

/** The other State's language comes first, so that its reader need not scroll. */
const useMail = ({ record, parts, theirs, contacts }: EmailWayProps) => {
  const { i18n } = useTranslation("inquiries");
  const own = chooseLanguage([i18n.language]);
  const sayTheirs = useSay(theirs);
  const sayOwn = useSay(own);
  if (sayTheirs.type !== "ready") return { problem: <SayProblem say={sayTheirs} /> };
  if (sayOwn.type !== "ready") return { problem: <SayProblem say={sayOwn} /> };
  const source = { parts, id: record.id };
  const bodies = [
    inquiryTextToPlain(inquiryToText(source, theirs, sayTheirs.say)),
    ...(own === theirs ? [] : [inquiryTextToPlain(inquiryToText(source, own, sayOwn.say))]),
  ];
  const subject = sayTheirs.say({ type: "subject", from: parts.from });
  const mail: Mail = {
    to: contacts.flatMap(({ emails }) => emails.slice(0, 1)).slice(0, 1),
    subject: parts.mark ? `[${parts.mark}] ${subject}` : subject,
    body: bodies.join("\n\n* * *\n\n"),
    continued: i18n.getFixedT(theirs, "sentences")("text.continued.message"),
  };
  return { mail };
};
