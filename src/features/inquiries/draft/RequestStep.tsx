import { useTranslation } from "react-i18next";
import { urgencies } from "#domain/envelope/envelope.ts";
import { requestedActions } from "#domain/inquiry/inquiry.ts";
import { WrittenField } from "#features/inquiries/fields/WrittenField.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { askedKeys, urgencyKeys } from "#words/messageKeys.ts";
import { fieldId, type StepProps } from "./stepProps.ts";

/** Step 5: "ask for additional information … provide your contact information … time sensitivity". */
export const RequestStep = (props: StepProps) => {
  const { draft, onChange, errorOf } = props;
  const { t } = useTranslation("inquiries");
  return (
    <>
      <ChoiceField
        id={fieldId("asked")}
        many
        legend={t("requestStep.asked.label")}
        hint={t("requestStep.asked.hint")}
        choices={requestedActions.map((value) => ({ value, label: t(askedKeys[value]) }))}
        chosen={draft.asked}
        error={errorOf("asked")}
        onChange={(asked) => onChange({ asked })}
      />
      <WrittenField
        id={fieldId("question")}
        label={t("requestStep.question.label")}
        written={draft.question}
        error={errorOf("question")}
        onChange={(question) => onChange({ question })}
      />
      <ChoiceField
        id={fieldId("urgency")}
        legend={t("requestStep.urgency.label")}
        hint={t("requestStep.urgency.hint")}
        choices={urgencies.map((value) => ({ value, label: t(urgencyKeys[value]) }))}
        chosen={draft.urgency ? [draft.urgency] : []}
        error={errorOf("urgency")}
        onChange={([urgency]) => urgency && onChange({ urgency })}
      />
      <ReplyFields {...props} />
    </>
  );
};

const ReplyFields = ({ draft, onChange, errorOf }: StepProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <section>
      <h3>{t("requestStep.reply.title")}</h3>
      <TextField
        id={fieldId("replyEmail")}
        type="email"
        inputMode="email"
        label={t("requestStep.email.label")}
        value={draft.replyEmail}
        error={errorOf("replyEmail")}
        onChange={(replyEmail) => onChange({ replyEmail })}
      />
      <TextField
        id={fieldId("replyPhone")}
        type="tel"
        inputMode="tel"
        label={t("requestStep.phone.label")}
        hint={t("requestStep.phone.hint")}
        value={draft.replyPhone}
        error={errorOf("replyPhone")}
        onChange={(replyPhone) => onChange({ replyPhone })}
      />
    </section>
  );
};
