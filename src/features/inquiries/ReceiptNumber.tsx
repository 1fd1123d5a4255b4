import { useTranslation } from "react-i18next";
import type { Receipt } from "#domain/receipt.ts";
import { CopyButton } from "#ui/CopyButton.tsx";

/** The number that a person quotes, large, and what it does and does not say. */
export const ReceiptNumber = ({ receipt }: { readonly receipt: Receipt }) => {
  const { t } = useTranslation("inquiries");
  return (
    <div className="receipt">
      <p className="quiet">{t("record.receipt.label")}</p>
      <p className="receipt-number">{receipt.number}</p>
      <CopyButton
        text={receipt.number}
        label={t("record.receipt.action")}
        copied={t("copy.done.message")}
        failed={t("copy.failed.message")}
      />
      <p>{t("record.receipt.hint")}</p>
    </div>
  );
};
