import { useId } from "react";
import { describedBy, FieldFrame } from "./FieldFrame.tsx";

type FileFieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Like `<input accept>`: a hint for the picker, not a guarantee. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
};

/** Chooses one file from the device. The same file can be chosen again. */
export const FileField = ({ label, hint, error, accept, onChoose }: FileFieldProps) => {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        type="file"
        className="field-input"
        accept={accept}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
          target.value = "";
        }}
      />
    </FieldFrame>
  );
};
