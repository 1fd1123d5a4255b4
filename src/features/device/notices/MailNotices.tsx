import { useTranslation } from "react-i18next";
import { MailChoice } from "./MailChoice.tsx";
import type { NoticeDesk } from "./noticeDesks.ts";
import type { Notices } from "./useNotices.ts";

type MailNoticesProps = { readonly desks: readonly NoticeDesk[]; readonly notices: Notices };

/** To which of its addresses in the directory each desk wants a mail, if to any. */
export const MailNotices = ({ desks, notices }: MailNoticesProps) => {
  const { t } = useTranslation(["device", "errors"]);
  const { offer, isWorking, chooseMail } = notices;
  const isOffered = offer?.ok === true && offer.value.mail;
  return (
    <section aria-labelledby="mail-notices-title">
      <h2 id="mail-notices-title">{t("mailNotice.section.title")}</h2>
      <p>{t("mailNotice.what.message")}</p>
      {offer?.ok === true && !isOffered && <p>{t("mailNotice.notOffered.message")}</p>}
      {offer?.ok === false && <p>{t("mailNotice.unknown.message")}</p>}
      {isOffered &&
        desks.map((desk) => (
          <MailChoice
            key={desk.enrolment.device}
            desk={desk}
            isWorking={isWorking}
            onChoose={(mail) => chooseMail(desk, mail)}
          />
        ))}
    </section>
  );
};
