import { useTranslation } from "react-i18next";
import { type SharingMark, sharingMarks } from "#domain/envelope/envelope.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { markKeys } from "#words/messageKeys.ts";

type MarkFieldProps = {
  readonly id: string;
  readonly hint: string;
  readonly mark: SharingMark | undefined;
  readonly error: string | undefined;
  readonly onChange: (mark: SharingMark) => void;
};

/** Who may see it. */
export const MarkField = ({ id, hint, mark, error, onChange }: MarkFieldProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <ChoiceField
      id={id}
      legend={t("incidentStep.mark.label")}
      hint={hint}
      choices={sharingMarks.map((value) => ({ value, label: value, hint: t(markKeys[value]) }))}
      chosen={mark ? [mark] : []}
      error={error}
      onChange={([chosen]) => chosen && onChange(chosen)}
    />
  );
};
