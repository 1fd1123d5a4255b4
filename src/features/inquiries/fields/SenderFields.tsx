import { useTranslation } from "react-i18next";
import type { SenderDraft } from "#domain/inquiry/sender.ts";
import { TextField } from "#ui/fields/TextField.tsx";

type SenderField = keyof SenderDraft;

type SenderFieldsProps = {
  readonly draft: SenderDraft;
  /** Returns the unique id of a field on the page. */
  readonly idOf: (field: SenderField) => string;
  readonly errorOf: (field: SenderField) => string | undefined;
  readonly onChange: (part: Partial<SenderDraft>) => void;
};

/** The fields about the writer. */
export const SenderFields = ({ draft, idOf, errorOf, onChange }: SenderFieldsProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <TextField
        id={idOf("senderName")}
        label={t("senderStep.name.label")}
        value={draft.senderName}
        error={errorOf("senderName")}
        onChange={(senderName) => onChange({ senderName })}
      />
      <TextField
        id={idOf("senderAffiliation")}
        label={t("senderStep.affiliation.label")}
        hint={t("senderStep.affiliation.hint")}
        value={draft.senderAffiliation}
        error={errorOf("senderAffiliation")}
        onChange={(senderAffiliation) => onChange({ senderAffiliation })}
      />
    </>
  );
};

type ReachedFieldsProps = SenderFieldsProps & {
  /** In an inquiry, the label says that the answer goes to this address or number. */
  readonly emailLabel: string;
  readonly phoneLabel: string;
};

/** The fields for reaching the writer. */
export const ReachedFields = (props: ReachedFieldsProps) => {
  const { draft, idOf, errorOf, emailLabel, phoneLabel, onChange } = props;
  const { t } = useTranslation("inquiries");
  return (
    <>
      <TextField
        id={idOf("replyEmail")}
        type="email"
        inputMode="email"
        label={emailLabel}
        value={draft.replyEmail}
        error={errorOf("replyEmail")}
        onChange={(replyEmail) => onChange({ replyEmail })}
      />
      <TextField
        id={idOf("replyPhone")}
        type="tel"
        inputMode="tel"
        label={phoneLabel}
        hint={t("requestStep.phone.hint")}
        value={draft.replyPhone}
        error={errorOf("replyPhone")}
        onChange={(replyPhone) => onChange({ replyPhone })}
      />
    </>
  );
};
