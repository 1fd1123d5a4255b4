import type { ReactNode } from "react";
import "./Field.css";

export type FieldFrameProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/**
 * [Note: fields are off] To bring a closed tab back, Chromium and Firefox write what stands in every
 * field into a file of their own, in clear, whatever the page encrypts; seen in both. Not from a field
 * with `autocomplete="off"`: so each has it, a person's own name too. Passphrases name their purpose
 * for password managers, and no browser writes those down.
 */

/** A label, what helps to fill the field, the field, and what is wrong with it, in that order. */
export const FieldFrame = ({ id, label, hint, error, children }: FieldFrameProps) => (
  <div className={error ? "field field-wrong" : "field"}>
    <label className="field-label" htmlFor={id}>
      {label}
    </label>
    {hint && (
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {children}
    {error && (
      <p className="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </div>
);

/** The ids that describe a field, for `aria-describedby`. */
export const describedBy = (
  id: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
