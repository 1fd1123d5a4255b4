import { useTranslation } from "react-i18next";
import { UnlockForm } from "#features/device/vault/UnlockForm.tsx";
import { formatNumber } from "#i18n/format.ts";
import { countEverything } from "#storage/device/readEverything.ts";
import { useLive } from "#storage/useLive.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import "#features/device/page/DevicePage.css";

/**
 * Replaces screens that need the passphrase: how to unlock, what is locked, what works without it.
 */
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

/** Counts the locked records without showing any of their content. */
const LockedCounts = () => {
  const { t, i18n } = useTranslation("device");
  const counts = useLive(countEverything, "counts");
  if (counts.type !== "ready") return null;
  const { privates, sealed, outbox } = counts.value;
  const write = (count: number) => ({ count, formatted: formatNumber(count, i18n.language) });
  const drafts = privates.draft + privates.reply;
  return (
    <section aria-labelledby="locked-counts-title">
      <h2 id="locked-counts-title">{t("lockedCounts.section.title")}</h2>
      <ul>
        {drafts > 0 && <li>{t("lockedCounts.drafts.message", write(drafts))}</li>}
        <li>{t("lockedCounts.inquiries.message", write(privates.thread))}</li>
        {sealed > 0 && <li>{t("lockedCounts.arrived.message", write(sealed))}</li>}
        {outbox > 0 && <li>{t("lockedCounts.outbox.message", write(outbox))}</li>}
      </ul>
    </section>
  );
};
