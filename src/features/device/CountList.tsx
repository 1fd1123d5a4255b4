import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import type { Counts } from "#storage/countEverything.ts";

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
    [t("counts.inquiries.label"), write(counts.inquiries)],
    [t("counts.drafts.label"), write(counts.drafts)],
    [t("counts.outbox.label"), write(counts.outbox)],
    [t("counts.received.label"), write(counts.received)],
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
