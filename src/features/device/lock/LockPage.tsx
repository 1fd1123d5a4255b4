import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useVault.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { Button } from "#ui/Button.tsx";
import { ChangePassphrase } from "./ChangePassphrase.tsx";
import { DevicePage } from "./DevicePage.tsx";
import { LockSettings } from "./LockSettings.tsx";
import { PasskeySettings } from "./PasskeySettings.tsx";
import { VaultGate } from "./VaultGate.tsx";

/** The passphrase and when it is asked for. */
export const LockPage = () => {
  const { t } = useTranslation("device");
  const { vault } = useVault();
  const { lasting } = useDatabase();
  if (!lasting) {
    // What nobody has chosen a passphrase for would be locked away for good.
    return (
      <DevicePage title={t("lock.page.title")}>
        <p>{t("lock.notLasting.message")}</p>
      </DevicePage>
    );
  }
  return (
    <DevicePage title={t("lock.page.title")}>
      <VaultGate>
        <p>{t("lock.now.message")}</p>
        <Button tone="primary" onClick={() => void vault.lock()}>
          {t("lock.now.action")}
        </Button>
        <LockSettings />
        <PasskeySettings />
        <ChangePassphrase />
      </VaultGate>
    </DevicePage>
  );
};
