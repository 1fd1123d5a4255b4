import { useTranslation } from "react-i18next";
import type { ReaderLanguage } from "#domain/wording/inquiryText.ts";
import { Notice } from "#ui/signs/Notice.tsx";

/** Says why English stands where the other State's language is wanted. */
export const ReaderLanguageNote = ({ reader }: { readonly reader: ReaderLanguage }) => {
  const { t } = useTranslation("inquiries");
  switch (reader.reason) {
    case "language":
      return null;
    case "noneOfOurs":
      return <Notice tone="plain">{t("invocationStep.noneOfOurs.message")}</Notice>;
    case "stateUnknown":
      return <Notice tone="plain">{t("invocationStep.stateUnknown.message")}</Notice>;
  }
};
