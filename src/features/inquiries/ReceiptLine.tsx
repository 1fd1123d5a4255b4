import { useTranslation } from "react-i18next";
import type { Receipt } from "#domain/receipt.ts";
import { formatInstant } from "#i18n/format.ts";

/** Since when the endpoint holds it, by its clock, and the number that both sides can quote. */
export const ReceiptLine = ({ receipt }: { readonly receipt: Receipt }) => {
  const { t, i18n } = useTranslation("inquiries");
  const when = formatInstant(receipt.heldAt, i18n.language);
  return <p className="quiet">{t("print.held.label", { when, number: receipt.number })}</p>;
};
