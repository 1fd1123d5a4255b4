import { useTranslation } from "react-i18next";
import { sharingMarks } from "#domain/envelope/envelope.ts";
import { incidentKinds } from "#domain/inquiry/inquiry.ts";
import { WrittenField } from "#features/inquiries/fields/WrittenField.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { kindKeys, markKeys } from "#words/messageKeys.ts";
import { ObservedFields } from "./ObservedFields.tsx";
import { SeverityFields } from "./SeverityFields.tsx";
import { fieldId, type StepProps } from "./stepProps.ts";

/** Step 4: "describe the nature of the incident". */
export const IncidentStep = (props: StepProps) => {
  const { draft, onChange, errorOf } = props;
  const { t } = useTranslation("inquiries");
  return (
    <>
      <ChoiceField
        id={fieldId("kind")}
        legend={t("incidentStep.kind.label")}
        hint={t("incidentStep.kind.hint")}
        choices={incidentKinds.map((value) => ({
          value,
          label: t(kindKeys[value].label),
          hint: t(kindKeys[value].hint),
        }))}
        chosen={draft.kind ? [draft.kind] : []}
        error={errorOf("kind")}
        onChange={([kind]) => kind && onChange({ kind })}
      />
      <ObservedFields {...props} />
      <WrittenField
        id={fieldId("nature")}
        label={t("incidentStep.nature.label")}
        hint={t("incidentStep.nature.hint")}
        written={draft.nature}
        error={errorOf("nature")}
        onChange={(nature) => onChange({ nature })}
      />
      <ChoiceField
        id={fieldId("mark")}
        legend={t("incidentStep.mark.label")}
        hint={t("incidentStep.mark.hint")}
        choices={sharingMarks.map((value) => ({ value, label: value, hint: t(markKeys[value]) }))}
        chosen={draft.mark ? [draft.mark] : []}
        error={errorOf("mark")}
        onChange={([mark]) => mark && onChange({ mark })}
      />
      <SeverityFields {...props} />
    </>
  );
};
