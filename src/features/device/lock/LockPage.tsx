import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { ChangePassphrase } from "#features/device/vault/ChangePassphrase.tsx";
import { PasskeySettings } from "#features/device/vault/PasskeySettings.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { useVault } from "#sealing/vault/useVault.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { Button } from "#ui/controls/Button.tsx";
import { LockSettings } from "./LockSettings.tsx";

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
