import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { formatBytes, formatNumber } from "#i18n/format.ts";
import { type Counts, countEverything } from "#storage/device/readEverything.ts";
import { useDatabase, useLive } from "#storage/useLive.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import { Persistence } from "./Persistence.tsx";
import "./StoragePage.css";

/** Shows whether the browser keeps the data, how much there is, and of what kinds. */
export const StoragePage = () => {
  const { t, i18n } = useTranslation(["device", "app"]);
  const { lasting } = useDatabase();
  const counts = useLive(countEverything, "counts");
  const estimate = useEstimate();
  return (
    <DevicePage title={t("storage.page.title")}>
      {lasting && <Persistence />}
      <h2>{t("storage.here.title")}</h2>
      {counts.type === "failed" && <Callout tone="danger" title={sayError(i18n, counts.error)} />}
      {counts.type === "ready" && <CountList counts={counts.value} />}
      {lasting && <UsedSpace estimate={estimate} />}
    </DevicePage>
  );
};

/** Counts the records on this device. */
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
    <dl className="storage-counts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const UsedSpace = ({ estimate }: { readonly estimate: Estimate }) => {
  const { t, i18n } = useTranslation("device");
  return (
    <p>
      {estimate.type === "known"
        ? t("storage.used.message", {
            used: formatBytes(estimate.usedBytes, i18n.language),
            quota: formatBytes(estimate.quotaBytes, i18n.language),
          })
        : t("storage.unknown.message")}
    </p>
  );
};

type Estimate =
  | { readonly type: "unknown" }
  | { readonly type: "known"; readonly usedBytes: number; readonly quotaBytes: number };

/** The browser's figures for the space used and allowed; browsers round both. */
const useEstimate = (): Estimate => {
  const [estimate, setEstimate] = useState<Estimate>({ type: "unknown" });
  useEffect(() => {
    let isGone = false;
    const reading = "storage" in navigator ? navigator.storage.estimate?.() : undefined;
    reading?.then(
      ({ usage, quota }) => {
        if (isGone || usage === undefined || quota === undefined) return;
        setEstimate({ type: "known", usedBytes: usage, quotaBytes: quota });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return estimate;
};
