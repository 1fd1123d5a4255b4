import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useSealing.ts";
import type { SetUpError } from "#sealing/vault/vaultState.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { sayError } from "#words/sayError.ts";
import { NewPassphraseForm } from "./NewPassphraseForm.tsx";
import "#features/device/page/DevicePage.css";

type SetUpPassphraseProps = {
  /** The link for a person who would rather not write anything now. */
  readonly back?: { readonly href: string; readonly label: string };
};

/** Shown before a person first writes private data; the screen they wanted follows. */
export const SetUpPassphrase = ({ back }: SetUpPassphraseProps) => {
  const { t } = useTranslation("device");
  return (
    <div className="device-page">
      <PageHeading title={t("setUp.page.title")} {...(back ? { back } : {})} />
      <SetUpForm />
    </div>
  );
};

/** Explains the passphrase and the cost of forgetting it, and lets the person choose one. */
export const SetUpForm = () => {
  const { t, i18n } = useTranslation("device");
  const { vault } = useVault();
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<SetUpError>();
  const handleChoose = async (passphrase: string): Promise<void> => {
    setWorking(true);
    const setUp = await vault.setUp(passphrase);
    setWorking(false);
    setError(setUp.ok ? undefined : setUp.error);
  };
  return (
    <>
      <p>{t("setUp.why.message")}</p>
      <p>{t("setUp.protects.message")}</p>
      <Callout tone="caution" title={t("passphraseLoss.nobody.title")}>
        <p>{t("passphraseLoss.lost.message")}</p>
        <p>{t("passphraseLoss.stays.message")}</p>
      </Callout>
      {error && <Callout tone="danger" announce title={sayError(i18n, error)} />}
      <NewPassphraseForm
        submit={t("setUp.choose.action")}
        isWorking={isWorking}
        onChoose={(passphrase) => void handleChoose(passphrase)}
      />
    </>
  );
};
