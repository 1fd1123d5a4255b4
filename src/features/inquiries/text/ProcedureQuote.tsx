import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { PartView } from "./InquiryTextView.tsx";

/** Words of the procedure, or our translation of them, said to be which. */
export const ProcedureQuote = ({ text }: { readonly text: string }) => {
  const { t, i18n } = useTranslation("inquiries");
  const isOriginal = chooseLanguage([i18n.language]) === "en";
  const note = t(isOriginal ? "text.quoted.label" : "text.translated.label");
  return <PartView part={{ type: "quote", text, note }} />;
};
