import { useTranslation } from "react-i18next";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { useDeskName } from "#words/useDeskName.ts";
import type { NoticeDesk } from "./noticeDesks.ts";

type MailChoiceProps = {
  readonly desk: NoticeDesk;
  readonly isWorking: boolean;
  readonly onChoose: (mail: string | null) => void;
};

const none = "";

/** What is shown as chosen is what the endpoint has answered, not what was tapped. */
export const MailChoice = ({ desk, isWorking, onChoose }: MailChoiceProps) => {
  const { t } = useTranslation("device");
  const { nameDesk } = useDeskName();
  const { enrolment, subscribed, addresses, mail } = desk;
  // It left the directory, where the endpoint looks each time: nothing is sent there.
  const isGone = mail === null && (subscribed?.mailDigest ?? null) !== null;
  if (addresses.length === 0 && !isGone) {
    return <p>{t("mailNotice.noAddress.message", { desk: nameDesk(enrolment.desk) })}</p>;
  }
  return (
    <SelectField
      label={t("mailNotice.address.label", { desk: nameDesk(enrolment.desk) })}
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
