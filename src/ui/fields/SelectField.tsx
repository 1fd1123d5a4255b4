import { useId } from "react";
import { describedBy, FieldFrame } from "./FieldFrame.tsx";

export type SelectOption<T extends string> = { readonly value: T; readonly label: string };

type SelectFieldProps<T extends string> = {
  readonly label: string;
  readonly value: T | "";
  readonly options: readonly SelectOption<T>[];
  /** Shown while nothing is chosen; without it some option is always chosen. */
  readonly placeholder?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id?: string;
  readonly onChange: (value: T) => void;
};

/** [Note: fields are off]. */
export const SelectField = <T extends string>(props: SelectFieldProps<T>) => {
  const ownId = useId();
  const { label, value, options, placeholder, hint, error, onChange } = props;
  const fieldId = props.id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <select
        id={fieldId}
        className="field-input"
        autoComplete="off"
        value={value}
        aria-describedby={describedBy(fieldId, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
};
