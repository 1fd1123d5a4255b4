import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useVault.ts";
import type { UnlockError } from "#sealing/vault/vault.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { PasskeyUnlock } from "./PasskeyUnlock.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import { WrongPassphraseLine } from "./WrongPassphraseLine.tsx";

/** Asks for the passphrase; what was asked for appears by itself once the vault is open. */
export const UnlockForm = () => {
  const { t } = useTranslation(["device", "errors"]);
  const { vault, state } = useVault();
  const [passphrase, setPassphrase] = useState("");
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<UnlockError>();
  if (state.type !== "locked") return null;
  const mustWait = isOpening || state.waitMs > 0;
  const handleUnlock = async (): Promise<void> => {
    setOpening(true);
    // What is typed while this one is tried is the next.
    setPassphrase("");
    const unlocked = await vault.unlock(passphrase);
    setOpening(false);
    setError(unlocked.ok ? undefined : unlocked.error);
  };
  return (
    <form
      noValidate
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!mustWait && passphrase !== "") void handleUnlock();
      }}
    >
      <PassphraseField
        label={t("unlock.passphrase.label")}
        autoComplete="current-password"
        value={passphrase}
        error={error?.type === "passphraseWrong" ? t("errors:passphraseWrong") : undefined}
        onChange={(typed) => {
          setPassphrase(typed);
          setError(undefined);
        }}
      />
      <Button type="submit" tone="primary" aria-disabled={mustWait}>
        {isOpening ? t("unlock.opening.message") : t("unlock.open.action")}
      </Button>
      <PasskeyUnlock />
      <WrongPassphraseLine state={state} />
      {error && !isAboutPassphrase(error) && (
        <Notice tone="danger" announce title={t(`errors:${error.type}`, { ...error })} />
      )}
    </form>
  );
};

/** What the state of the vault says by itself: wrong, and how long to wait. */
const isAboutPassphrase = ({ type }: UnlockError): boolean =>
  type === "passphraseWrong" || type === "unlockWaits";
