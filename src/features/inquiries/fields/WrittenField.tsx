import { useTranslation } from "react-i18next";
import type { FreeText } from "#domain/inquiry/inquiry.ts";
import { languages } from "#domain/language.ts";
import { languageNames } from "#i18n/appLanguage.ts";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { TextAreaField } from "#ui/fields/TextField.tsx";

type WrittenFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly written: FreeText;
  readonly error: string | undefined;
  readonly onChange: (written: FreeText) => void;
};

/** Free text, and the language it is written in. */
export const WrittenField = ({ id, label, hint, written, error, onChange }: WrittenFieldProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <TextAreaField
        id={id}
        label={label}
        hint={hint}
        lang={written.language}
        value={written.text}
        error={error}
        onChange={(text) => onChange({ ...written, text })}
      />
      <SelectField
        id={`${id}-language`}
        label={t("written.language.label")}
        hint={t("written.language.hint")}
        value={written.language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(language) => onChange({ ...written, language })}
      />
    </>
  );
};
