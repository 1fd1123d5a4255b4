import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { listMeaning } from "#domain/wording/inquiryToText.ts";
import { createSay } from "#words/say.ts";
import { PartView } from "./InquiryTextView.tsx";

/** Quotes the procedure on what an inquiry means and does not mean, each with its standing. */
export const MeaningQuotes = () => {
  const { i18n } = useTranslation("sentences");
  const language = chooseLanguage([i18n.language]);
  return listMeaning(language, createSay(i18n, language)).map((part, index) => (
    // Always the same two quotes, in the procedure's order.
    <PartView key={`${part.type} ${index}`} part={part} />
  ));
};

/** Quotes the procedure, or shows our translation of it, labeled as one or the other. */
export const ProcedureQuote = ({ text }: { readonly text: string }) => {
  const { i18n } = useTranslation("sentences");
  const language = chooseLanguage([i18n.language]);
  const standing = language === "en" ? "quoted" : "translation";
  const note = createSay(i18n, language)({ type: "quoteSource", standing });
  return <PartView part={{ type: "quote", text, note }} />;
};
