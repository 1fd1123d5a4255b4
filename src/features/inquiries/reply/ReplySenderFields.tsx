import { useTranslation } from "react-i18next";
import { type ReplyField, replyFieldsOf } from "#domain/letter/parseReplyDraft.ts";
import { TextField } from "#ui/fields/TextField.tsx";
import { type ReplyFieldsProps, replyFieldId } from "./ReplyFields.tsx";

/** Who writes, and how that person is reached where the reply says so. */
export const ReplySenderFields = ({ draft, errorOf, onChange }: ReplyFieldsProps) => {
  const { t } = useTranslation("inquiries");
  const fields: readonly ReplyField[] = replyFieldsOf[draft.kind];
  return (
    <>
      <TextField
        id={replyFieldId("senderName")}
        label={t("senderStep.name.label")}
        value={draft.senderName}
        error={errorOf("senderName")}
        onChange={(senderName) => onChange({ senderName })}
      />
      <TextField
        id={replyFieldId("senderAffiliation")}
        label={t("senderStep.affiliation.label")}
        hint={t("senderStep.affiliation.hint")}
        value={draft.senderAffiliation}
        error={errorOf("senderAffiliation")}
        onChange={(senderAffiliation) => onChange({ senderAffiliation })}
      />
      {fields.includes("replyEmail") && (
        <ReachedFields draft={draft} errorOf={errorOf} onChange={onChange} />
      )}
    </>
  );
};

const ReachedFields = (props: Pick<ReplyFieldsProps, "draft" | "errorOf" | "onChange">) => {
  const { draft, errorOf, onChange } = props;
  const { t } = useTranslation("inquiries");
  return (
    <>
      <h2>{t("requestStep.reply.title")}</h2>
      <TextField
        id={replyFieldId("replyEmail")}
        type="email"
        inputMode="email"
        label={t("text.email.label")}
        value={draft.replyEmail}
        error={errorOf("replyEmail")}
        onChange={(replyEmail) => onChange({ replyEmail })}
      />
      <TextField
        id={replyFieldId("replyPhone")}
        type="tel"
        inputMode="tel"
        label={t("text.phone.label")}
        hint={t("requestStep.phone.hint")}
        value={draft.replyPhone}
        error={errorOf("replyPhone")}
        onChange={(replyPhone) => onChange({ replyPhone })}
      />
    </>
  );
};
