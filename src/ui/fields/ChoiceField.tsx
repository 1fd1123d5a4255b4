import { useId } from "react";
import "./Field.css";

type Choice<T extends string> = {
  readonly value: T;
  readonly label: string;
  readonly hint?: string | undefined;
};

type ChoiceFieldProps<T extends string> = {
  readonly legend: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: readonly T[];
  /** Allows any number of choices instead of one. */
  readonly many?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id?: string;
  readonly onChange: (chosen: readonly T[]) => void;
};

/**
 * Radio buttons, or check boxes if `many`: every choice is visible and easy to tap.
 * [Note: fields are off].
 */
export const ChoiceField = <T extends string>(props: ChoiceFieldProps<T>) => {
  const ownId = useId();
  const { legend, choices, chosen, many = false, hint, error, onChange } = props;
  const id = props.id ?? ownId;
  const handleChange = (value: T, checked: boolean): void => {
    if (!many) onChange([value]);
    else onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value));
  };
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error ? "field choice field-wrong" : "field choice"}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {choices.map((choice) => (
        <label className="choice-row" key={choice.value}>
          <input
            type={many ? "checkbox" : "radio"}
            name={id}
            autoComplete="off"
            checked={chosen.includes(choice.value)}
            onChange={(event) => handleChange(choice.value, event.target.checked)}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
};
