import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useSealing.ts";
import type { ChangePassphraseError } from "#sealing/vault/vaultState.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import { NewPassphraseForm } from "./NewPassphraseForm.tsx";
import { PassphraseField } from "./PassphraseField.tsx";

/** The old passphrase unwraps the data key and the new one wraps it; no record is sealed again. */
export const ChangePassphrase = () => {
  const { t, i18n } = useTranslation("device");
  const { vault } = useVault();
  const [old, setOld] = useState("");
  const [round, setRound] = useState(0);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<ChangePassphraseError>();
  const handleChoose = async (passphrase: string): Promise<void> => {
    setWorking(true);
    const changed = await vault.changePassphrase(old, passphrase);
    setWorking(false);
    setError(changed.ok ? undefined : changed.error);
    if (!changed.ok) return;
    setOld("");
    setRound(round + 1);
  };
  return (
    <details className="device-section">
      <summary>{t("changePassphrase.section.title")}</summary>
      <p>{t("changePassphrase.section.hint")}</p>
      <PassphraseField
        label={t("changePassphrase.old.label")}
        autoComplete="current-password"
        value={old}
        onChange={setOld}
      />
      <NewPassphraseForm
        key={round}
        submit={t("changePassphrase.change.action")}
        isWorking={isWorking}
        onChoose={(passphrase) => void handleChoose(passphrase)}
      />
      {error && <Callout tone="danger" announce title={sayError(i18n, error)} />}
      <p role="status">{round > 0 && !error && t("changePassphrase.done.message")}</p>
    </details>
  );
};
