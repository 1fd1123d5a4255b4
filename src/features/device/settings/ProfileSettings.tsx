import { useTranslation } from "react-i18next";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { useVault } from "#sealing/vault/useVault.ts";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { KeptProfileForm } from "./KeptProfileForm.tsx";

/** Who uses this device is private too: it lies under the passphrase. */
export const ProfileSettings = () => {
  const { t } = useTranslation("device");
  const { state } = useVault();
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title">{t("profile.section.title")}</h2>
      <p>{t("profile.section.hint")}</p>
      {state.type === "missing" ? (
        <>
          <p>{t("profile.missing.message")}</p>
          <ButtonLink href="#/more/lock">{t("profile.choose.action")}</ButtonLink>
        </>
      ) : (
        <VaultGate>
          <KeptProfileForm />
        </VaultGate>
      )}
    </section>
  );
};
