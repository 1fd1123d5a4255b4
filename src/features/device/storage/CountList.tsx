import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import type { Counts } from "#storage/device/countEverything.ts";

/** What is on this device, counted. */
export const CountList = ({ counts }: { readonly counts: Counts }) => {
  const { t, i18n } = useTranslation("device");
  const write = (count: number): string => formatNumber(count, i18n.language);
  const edition =
    counts.edition === null
      ? t("counts.noEdition.message")
      : t(
          counts.edition.demonstration
            ? "counts.demonstration.message"
            : "counts.editionNumber.message",
          { number: write(counts.edition.number) },
        );
  const rows = [
    [t("counts.packs.label"), t("counts.ofFour.message", { number: write(counts.packs) })],
    [t("counts.edition.label"), edition],
    [t("counts.drafts.label"), write(counts.privates.draft)],
    [t("counts.replies.label"), write(counts.privates.reply)],
    [t("counts.inquiries.label"), write(counts.privates.inquiry)],
    [t("counts.threads.label"), write(counts.privates.thread)],
    [t("counts.outbox.label"), write(counts.outbox)],
    [t("counts.received.label"), write(counts.arrived)],
    [t("counts.sealed.label"), write(counts.sealed)],
    [t("counts.enrolments.label"), write(counts.enrolments)],
  ];
  return (
    <dl className="device-counts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
