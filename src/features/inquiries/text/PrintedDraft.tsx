import { useTranslation } from "react-i18next";
import { draftToParts } from "#domain/inquiry/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { chooseLanguage } from "#domain/language.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import { createSay } from "#words/say.ts";
import { PrintedInquiry } from "./PrintedInquiry.tsx";

/** What the browser's own "print" gives at any step: the draft, not the form. */
export const PrintedDraft = ({ record }: { readonly record: InquiryRecord }) => {
  const { t, i18n } = useTranslation("inquiries");
  const language = chooseLanguage([i18n.language]);
  const source = { parts: draftToParts(record.draft, record.changedAt), id: record.id };
  const text = inquiryToText(source, language, createSay(t, language));
  return <PrintedInquiry text={text} status={t("print.draft.label")} />;
};
