import { useTranslation } from "react-i18next";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import type { NoticeDesk } from "./noticeDesks.ts";
import type { Notices } from "./useNotices.ts";

type MailNoticesProps = { readonly desks: readonly NoticeDesk[]; readonly notices: Notices };

/** Chooses to which of its addresses in the directory each desk wants e-mail, if to any. */
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

type MailChoiceProps = {
  readonly desk: NoticeDesk;
  readonly isWorking: boolean;
  readonly onChoose: (mail: string | null) => void;
};

const none = "";

/** Shows as chosen what the endpoint confirmed, not what was tapped. */
const MailChoice = ({ desk, isWorking, onChoose }: MailChoiceProps) => {
  const { t, i18n } = useTranslation("device");
  const { enrolment, subscribed, addresses, mail } = desk;
  // The address left the directory, which the endpoint checks each time: nothing is sent there.
  const isGone = mail === null && (subscribed?.mailDigest ?? null) !== null;
  if (addresses.length === 0 && !isGone) {
    return <p>{t("mailNotice.noAddress.message", { desk: sayDesk(i18n, enrolment.desk) })}</p>;
  }
  return (
    <SelectField
      label={t("mailNotice.address.label", { desk: sayDesk(i18n, enrolment.desk) })}
      hint={isGone ? t("mailNotice.gone.hint") : undefined}
      value={mail ?? none}
      options={[
        { value: none, label: t("mailNotice.none.label") },
        ...addresses.map((address) => ({ value: address, label: address })),
      ]}
      onChange={(chosen) => {
        if (!isWorking) onChoose(chosen === none ? null : chosen);
      }}
    />
  );
};
