import { useTranslation } from "react-i18next";
import { type SharingMark, sharingMarks } from "#domain/envelope/envelope.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { sayMark } from "#words/say.ts";

type MarkFieldProps = {
  readonly id: string;
  readonly hint: string;
  readonly mark: SharingMark | undefined;
  readonly error: string | undefined;
  readonly onChange: (mark: SharingMark) => void;
};

/** Chooses the sharing mark. */
export const MarkField = ({ id, hint, mark, error, onChange }: MarkFieldProps) => {
  const { t, i18n } = useTranslation(["inquiries", "sentences"]);
  return (
    <ChoiceField
      id={id}
      legend={t("incidentStep.mark.label")}
      hint={hint}
      choices={sharingMarks.map((value) => ({ value, label: value, hint: sayMark(i18n, value) }))}
      chosen={mark ? [mark] : []}
      error={error}
      onChange={([chosen]) => chosen && onChange(chosen)}
    />
  );
};
