import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import type { Counts } from "#storage/device/readEverything.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";

/** What would be lost for good, with the way to take it along first. */
export const UnsentNotice = ({ counts }: { readonly counts: Counts }) => {
  const { t, i18n } = useTranslation("device");
  const { outbox, privates } = counts;
  const drafts = privates.draft + privates.reply;
  const write = (count: number): string => formatNumber(count, i18n.language);
  if (outbox === 0 && drafts === 0) return <p>{t("unsent.none.message")}</p>;
  return (
    <Notice tone="caution" title={t("unsent.some.title")}>
      {outbox > 0 && (
        <p>{t("unsent.outbox.message", { count: outbox, formatted: write(outbox) })}</p>
      )}
      {drafts > 0 && (
        <p>{t("unsent.drafts.message", { count: drafts, formatted: write(drafts) })}</p>
      )}
      <div className="button-row">
        <ButtonLink href="#/more/export">{t("unsent.export.action")}</ButtonLink>
        {outbox > 0 && <ButtonLink href="#/inquiries">{t("unsent.see.action")}</ButtonLink>}
      </div>
    </Notice>
  );
};
