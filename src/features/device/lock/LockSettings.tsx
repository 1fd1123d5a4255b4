import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { readLockChoices, saveLockChoices } from "./lockChoices.ts";
import { type AutoLockChoices, lockMinutes } from "./planAutoLock.ts";

/** When the device locks by itself; takes effect at once, in all windows. */
export const LockSettings = () => {
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
