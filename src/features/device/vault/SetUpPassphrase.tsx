import { useTranslation } from "react-i18next";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { SetUpForm } from "./SetUpForm.tsx";
import "#features/device/page/device.css";

type SetUpPassphraseProps = {
  /** Where one goes who would rather not write anything now. */
  readonly back?: { readonly href: string; readonly label: string };
};

/** The screen before the first private writing; what was wanted appears by itself afterwards. */
export const SetUpPassphrase = ({ back }: SetUpPassphraseProps) => {
  const { t } = useTranslation("device");
  return (
    <div className="device-page">
      <PageHeading title={t("setUp.page.title")} {...(back ? { back } : {})} />
      <SetUpForm />
    </div>
  );
};
