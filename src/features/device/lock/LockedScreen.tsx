import { useTranslation } from "react-i18next";
import { UnlockForm } from "#features/device/vault/UnlockForm.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { LockedCounts } from "./LockedCounts.tsx";
import "#features/device/page/device.css";

/** In place of what lies under the passphrase: the way in, what waits behind it, what works without. */
export const LockedScreen = () => {
  const { t } = useTranslation("device");
  return (
    <div className="device-page">
      <PageHeading title={t("locked.page.title")} />
      <UnlockForm />
      <LockedCounts />
      <h2>{t("locked.works.title")}</h2>
      <ul>
        <li>
          <a href="#/measures">{t("locked.guidance.action")}</a>
        </li>
        <li>
          <a href="#/directory">{t("locked.directory.action")}</a>
        </li>
        <li>{t("locked.queue.message")}</li>
      </ul>
      <details>
        <summary>{t("locked.forgotten.title")}</summary>
        <p>{t("locked.forgotten.message")}</p>
        <p>{t("passphraseLoss.lost.message")}</p>
        <p>{t("passphraseLoss.stays.message")}</p>
        <ButtonLink href="#/more/erase">{t("locked.erase.action")}</ButtonLink>
      </details>
    </div>
  );
};
