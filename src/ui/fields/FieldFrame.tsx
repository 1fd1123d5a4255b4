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
 * [Note: fields are off] To restore a closed tab, Chromium and Firefox write the content of every
 * field to a file of their own, in clear text, whatever the page encrypts; seen in both. They skip
 * fields with `autocomplete="off"`, so each has it, even a person's own name. Passphrases name
 * their purpose for password managers, and no browser writes those to that file.
 */

/** A label, a hint, the field, and its error, in that order. */
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
