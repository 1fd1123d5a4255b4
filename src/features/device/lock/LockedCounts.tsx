import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import { countEverything } from "#storage/device/countEverything.ts";
import { useLive } from "#storage/useLive.ts";

/** How many wait behind the lock, and nothing of what they say. */
export const LockedCounts = () => {
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
