import { useTranslation } from "react-i18next";
import { formatMegabytes } from "#i18n/format.ts";
import type { Estimate } from "./useEstimate.ts";

export const UsedSpace = ({ estimate }: { readonly estimate: Estimate }) => {
  const { t, i18n } = useTranslation("device");
  return (
    <p>
      {estimate.type === "known"
        ? t("storage.used.message", {
            used: formatMegabytes(estimate.usedBytes, i18n.language),
            quota: formatMegabytes(estimate.quotaBytes, i18n.language),
          })
        : t("storage.unknown.message")}
    </p>
  );
};
