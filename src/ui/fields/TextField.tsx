import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from "react";
import { describedBy, FieldFrame } from "./FieldFrame.tsx";

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> & {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
};

/** [Note: fields are off]: see `FieldFrame.tsx`. */
export const TextField = ({ label, hint, error, onChange, id, ...rest }: TextFieldProps) => {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <input
        autoComplete="off"
        {...rest}
        id={fieldId}
        className="field-input"
        aria-describedby={describedBy(fieldId, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
};

type TextAreaFieldProps = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "onChange" | "value"
> & {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
};

/**
 * Grows with its text if the browser supports `field-sizing`, and scrolls otherwise.
 * [Note: fields are off].
 */
export const TextAreaField = ({
  label,
  hint,
  error,
  onChange,
  id,
  ...rest
}: TextAreaFieldProps) => {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <textarea
        rows={5}
        autoComplete="off"
        {...rest}
        id={fieldId}
        className="field-input field-area"
        aria-describedby={describedBy(fieldId, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
};
