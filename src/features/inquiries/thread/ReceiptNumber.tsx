import { useTranslation } from "react-i18next";
import type { Receipt } from "#domain/envelope/receipt.ts";
import { CopyButton } from "#ui/controls/CopyButton.tsx";

type ReceiptNumberProps = {
  readonly receipt: Receipt;
  /** What the number does and does not say. */
  readonly hint: string;
};

/** The number that both sides can quote, large. */
export const ReceiptNumber = ({ receipt, hint }: ReceiptNumberProps) => {
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
      <p>{hint}</p>
    </div>
  );
};
