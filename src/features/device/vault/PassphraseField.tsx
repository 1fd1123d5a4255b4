import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import "./PassphraseField.css";

type PassphraseFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Tells a password manager whether the passphrase is new or current. */
  readonly autoComplete: "new-password" | "current-password";
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
};

/** A passphrase is long and typed with a thumb, so it can be made visible. */
export const PassphraseField = (props: PassphraseFieldProps) => {
  const { t } = useTranslation("device");
  const [isShown, setShown] = useState(false);
  const action = isShown ? t("passphrase.hide.action") : t("passphrase.show.action");
  return (
    <div className="passphrase-field">
      <TextField
        {...props}
        type={isShown ? "text" : "password"}
        // The browser treats a visible passphrase as ordinary text, too [Note: fields are off].
        autoComplete={isShown ? "off" : props.autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={1_000}
      />
      <Button
        tone="quiet"
        aria-label={`${action}, ${props.label}`}
        onClick={() => setShown(!isShown)}
      >
        {action}
      </Button>
    </div>
  );
};
