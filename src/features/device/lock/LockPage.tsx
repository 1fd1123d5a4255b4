import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { ChangePassphrase } from "#features/device/vault/ChangePassphrase.tsx";
import { PasskeySettings } from "#features/device/vault/PasskeySettings.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { useVault } from "#sealing/vault/useSealing.ts";
import { useDatabase } from "#storage/useLive.ts";
import { Button } from "#ui/controls/Button.tsx";
import { SelectField } from "#ui/fields/SelectField.tsx";
import {
  type AutoLockChoices,
  lockMinutes,
  readLockChoices,
  saveLockChoices,
} from "./planAutoLock.ts";

/** Settings for the passphrase and for when it is asked for. */
export const LockPage = () => {
  const { t } = useTranslation("device");
  const { vault } = useVault();
  const { lasting } = useDatabase();
  if (!lasting) {
    // Without a passphrase of the person's choice, locked data would be lost for good.
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

/** Sets when the device locks automatically; takes effect at once, in all windows. */
const LockSettings = () => {
  const { t } = useTranslation("device");
  const [choices, setChoices] = useState<AutoLockChoices>(readLockChoices);
  const options = lockMinutes.map((minutes) => ({
    value: String(minutes),
    label: t("lockSettings.minutes.label", { count: minutes }),
  }));
  const change = (part: Partial<AutoLockChoices>): void => {
    const changed = { ...choices, ...part };
    saveLockChoices(changed);
    setChoices(changed);
  };
  const toMinutes = (value: string) => lockMinutes.find((minutes) => String(minutes) === value);
  return (
    <section aria-labelledby="lock-settings-title">
      <h2 id="lock-settings-title">{t("lockSettings.section.title")}</h2>
      <SelectField
        label={t("lockSettings.idle.label")}
        hint={t("lockSettings.idle.hint")}
        value={String(choices.idleMinutes)}
        options={options}
        onChange={(value) => {
          const idleMinutes = toMinutes(value);
          if (idleMinutes) change({ idleMinutes });
        }}
      />
      <SelectField
        label={t("lockSettings.background.label")}
        hint={t("lockSettings.background.hint")}
        value={String(choices.backgroundMinutes)}
        options={options}
        onChange={(value) => {
          const backgroundMinutes = toMinutes(value);
          if (backgroundMinutes) change({ backgroundMinutes });
        }}
      />
      <p>{t("lockSettings.call.message")}</p>
    </section>
  );
};
