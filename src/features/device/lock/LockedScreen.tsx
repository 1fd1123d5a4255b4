import { useTranslation } from "react-i18next";
import { ButtonLink } from "#ui/ButtonLink.tsx";
import { PageHeading } from "#ui/PageHeading.tsx";
import { LockedCounts } from "./LockedCounts.tsx";
import { UnlockForm } from "./UnlockForm.tsx";
import "./device.css";

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
