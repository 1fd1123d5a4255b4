import { useTranslation } from "react-i18next";
import { urgencies } from "#domain/envelope/envelope.ts";
import { requestedActions } from "#domain/inquiry/inquiry.ts";
import { ReachedFields } from "#features/inquiries/fields/SenderFields.tsx";
import { WrittenField } from "#features/inquiries/fields/WrittenField.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";

import { fieldId, type StepProps } from "./stepProps.ts";

/** Step 5: "ask for additional information … provide your contact information … time sensitivity". */
export const RequestStep = (props: StepProps) => {
  const { draft, onChange, errorOf } = props;
  const { t } = useTranslation(["inquiries", "sentences"]);
  return (
    <>
      <ChoiceField
        id={fieldId("asked")}
        many
        legend={t("requestStep.asked.label")}
        hint={t("requestStep.asked.hint")}
        choices={requestedActions.map((value) => ({
          value,
          label: t(`sentences:asked.${value}.label`),
        }))}
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
        choices={urgencies.map((value) => ({
          value,
          label: t(`sentences:urgency.${value}.label`),
        }))}
        chosen={draft.urgency ? [draft.urgency] : []}
        error={errorOf("urgency")}
        onChange={([urgency]) => urgency && onChange({ urgency })}
      />
      <section>
        <h3>{t("requestStep.reply.title")}</h3>
        <ReachedFields
          {...props}
          idOf={fieldId}
          emailLabel={t("requestStep.email.label")}
          phoneLabel={t("requestStep.phone.label")}
        />
      </section>
    </>
  );
};
