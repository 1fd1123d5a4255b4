import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addPasskey, type PasskeyDeps, type PasskeyError } from "#sealing/vault/passkey.ts";
import type { UnlockError } from "#sealing/vault/vault.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { PassphraseField } from "./PassphraseField.tsx";

type AddPasskeyProps = { readonly deps: PasskeyDeps; readonly onAdded: () => void };

/** Takes the passphrase once more: only it lets something else open what it opens. */
export const AddPasskey = ({ deps, onAdded }: AddPasskeyProps) => {
  const { t } = useTranslation(["device", "errors"]);
  const [passphrase, setPassphrase] = useState("");
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<PasskeyError | UnlockError>();
  const handleAdd = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    const added = await addPasskey(deps, passphrase, t("passkey.account.label"));
    setWorking(false);
    if (added.ok) onAdded();
    else setError(added.error);
  };
  return (
    <form
      noValidate
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking && passphrase !== "") void handleAdd();
      }}
    >
      <PassphraseField
        label={t("passkey.passphrase.label")}
        autoComplete="current-password"
        hint={t("passkey.add.hint")}
        value={passphrase}
        error={error?.type === "passphraseWrong" ? t("errors:passphraseWrong") : undefined}
        onChange={(typed) => {
          setPassphrase(typed);
          setError(undefined);
        }}
      />
      <Button type="submit" aria-disabled={isWorking}>
        {isWorking ? t("passkey.adding.message") : t("passkey.add.action")}
      </Button>
      {error && error.type !== "passphraseWrong" && (
        <Notice tone="danger" announce title={t("passkey.notAdded.title")}>
          <p>{t(`errors:${error.type}`, { ...error })}</p>
          {isOfPasskey(error) && <p>{t("passkey.leftover.message")}</p>}
        </Notice>
      )}
    </form>
  );
};

/** It may have been made before it turned out to open nothing. */
const isOfPasskey = ({ type }: PasskeyError | UnlockError): boolean =>
  type === "passkeyRefused" || type === "passkeyWithoutPrf" || type === "passkeyChanged";
