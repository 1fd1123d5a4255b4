import { useTranslation } from "react-i18next";
import { formatBytes } from "#i18n/format.ts";
import type { Estimate } from "./useEstimate.ts";

export const UsedSpace = ({ estimate }: { readonly estimate: Estimate }) => {
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
